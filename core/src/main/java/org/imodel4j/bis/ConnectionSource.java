package org.imodel4j.bis;

import java.util.function.Function;
import org.imodel4j.ecsql.run.ReadConnection;

/** Lends a connection of one iModel. Safe for use by several threads. */
public interface ConnectionSource {
    /**
     * Runs {@code work} with a connection that nobody else uses meanwhile. Work does not borrow again: with as many borrowers
     * as there are connections, each would wait for the others.
     */
    <T> T read(Function<ReadConnection, T> work);
}
