package org.imodel4j.host.mobile;

/** A port that is open. Safe for use by many threads. */
public interface FrontendPort extends AutoCloseable {
    /** The number that the port has. */
    int number();

    /** Closes the port and ends its connections; a second call does nothing. */
    @Override
    void close();
}
