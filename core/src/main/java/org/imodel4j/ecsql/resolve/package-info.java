/** Gives names and types to a syntax tree: syntax tree and schemas to resolved tree. */
@NullMarked
package org.imodel4j.ecsql.resolve;

import org.jspecify.annotations.NullMarked;
