package org.imodel4j.host.rpc;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request as a transport hands it over. Read by one thread, that of {@link WebRpcProtocol#handle}. */
public interface WebRequest {
    /** In upper case. */
    String method();

    /** The path as it was sent, percent escapes and empty segments included, without the query. */
    String rawPath();

    /** What follows the first question mark, as it was sent. */
    @Nullable
    String rawQuery();

    /** The value of a header; names are compared without regard to case. */
    @Nullable
    String header(String name);

    InputStream body() throws IOException;

    /**
     * Asks to be told, in any thread, when the client is gone before the answer is complete. A transport that can not know
     * does nothing: then the first failing write tells.
     */
    default void whenAbandoned(Runnable action) {}
}
