/** Tests that read the written files with another library. */
@NullMarked
package org.imodel4j.parquet;

import org.jspecify.annotations.NullMarked;
