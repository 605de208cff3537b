package org.imodel4j.host.rpc;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An HTTP request as a transport hands it over. */
public interface WebRequest {
    String method();

    /** The path as the client sent it: nothing decoded, no empty segment removed. */
    String rawPath();

    /** What stands behind the question mark, undecoded; null without one. */
    @Nullable
    String rawQuery();

    /** The first value of a header whose name is compared without case; null when absent. */
    @Nullable
    String header(String name);

    /** The body; reading it may block. */
    InputStream body();
}
