/** The functions that ECSQL has beyond those of SQLite. */
@NullMarked
package org.imodel4j.ecsql.functions;

import org.jspecify.annotations.NullMarked;
