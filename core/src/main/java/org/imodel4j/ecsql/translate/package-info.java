/** Resolved tree to SQLite SQL, with the layout of its result columns and parameters. */
@NullMarked
package org.imodel4j.ecsql.translate;

import org.jspecify.annotations.NullMarked;
