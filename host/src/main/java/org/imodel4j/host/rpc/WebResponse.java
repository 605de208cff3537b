package org.imodel4j.host.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Where the answer to a {@link WebRequest} goes. */
public interface WebResponse {
    /**
     * Begins the answer; called once. The transport adds the headers that are its own: length, compression, CORS.
     *
     * @return takes the body; writing may block. The caller closes it; closed without a write, the answer has no body
     */
    OutputStream start(int status, Map<String, String> headers) throws IOException;
}
