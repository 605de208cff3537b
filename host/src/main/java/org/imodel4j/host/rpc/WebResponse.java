package org.imodel4j.host.rpc;

import java.io.OutputStream;
import java.util.Map;

/** Where the answer to a {@link WebRequest} goes. */
public interface WebResponse {
    /**
     * Begins the answer; called once. The transport adds the headers that are its own: length, compression, CORS.
     *
     * @return takes the body; writing may block
     */
    OutputStream start(int status, Map<String, String> headers);
}
