/** Rows of ECSQL as Apache Parquet files. */
@NullMarked
package org.imodel4j.parquet;

import org.jspecify.annotations.NullMarked;
