/** ECSQL text to syntax tree; knows no schema and no table. */
@NullMarked
package org.imodel4j.ecsql.parse;

import org.jspecify.annotations.NullMarked;
