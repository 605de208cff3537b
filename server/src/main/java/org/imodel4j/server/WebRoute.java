package org.imodel4j.server;

import java.io.IOException;
import org.imodel4j.host.rpc.WebRequest;
import org.imodel4j.host.rpc.WebResponse;

/**
 * Something that answers HTTP requests. The first route of a server that says it handles a request gets it.
 *
 * <p>Called on a virtual thread of its own for each request: it may block on the body and on the answer, but must leave work
 * that holds its carrier, such as SQLite, to a platform thread.
 */
public interface WebRoute {
    /** Whether this route answers the request; looks at method, path and headers, never at the body. */
    boolean handles(WebRequest request);

    /**
     * Answers the request. Without a call of {@link WebResponse#start} the client gets an empty 500.
     *
     * @throws IOException the client went away, was too slow or sent too much
     */
    void handle(WebRequest request, WebResponse response) throws IOException;
}
