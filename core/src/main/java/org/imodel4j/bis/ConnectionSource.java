package org.imodel4j.bis;

import java.util.function.Function;
import org.imodel4j.ecsql.run.ReadConnection;

/** Lends a connection of one iModel. Safe for use by several threads. */
public interface ConnectionSource {
    /** Runs {@code work} with a connection that nobody else uses meanwhile. */
    <T> T read(Function<ReadConnection, T> work);
}
