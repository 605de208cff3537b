package org.imodel4j.host.ipc;

import java.util.List;
import org.imodel4j.json.JsonArray;

/**
 * A message from a frontend, its binary values taken out: each stands in the data as a marker.
 *
 * @param channel with the prefix {@code itwin.}
 * @param method the function of an invoke; empty otherwise
 * @param request the number under which an invoke is answered; 0 for a send
 */
public record IpcMessage(String channel, String method, JsonArray data, List<byte[]> binary, long request) {
    boolean isInvoke() {
        return request > 0;
    }
}
