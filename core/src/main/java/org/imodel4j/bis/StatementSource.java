package org.imodel4j.bis;

import java.util.function.Function;
import org.imodel4j.sqlite.StatementCache;

/** Lends a connection of one iModel. Safe for use by several threads. */
public interface StatementSource {
    /** Runs {@code work} with the statements of a connection that nobody else uses meanwhile. */
    <T> T read(Function<StatementCache, T> work);
}
