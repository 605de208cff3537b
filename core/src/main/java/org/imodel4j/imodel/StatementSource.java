package org.imodel4j.imodel;

import java.util.function.Function;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/** Lends the prepared statements of a connection to one file: that of a writer, or one of many that read. */
interface StatementSource {
    /** Runs {@code work} with statements that nobody else uses meanwhile. Work does not borrow again. */
    <T extends @Nullable Object> T statements(Function<StatementCache, T> work);
}
