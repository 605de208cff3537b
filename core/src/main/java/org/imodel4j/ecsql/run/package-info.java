/** Compiles, caches and runs ECSQL; streams rows from columns to JSON. */
@NullMarked
package org.imodel4j.ecsql.run;

import org.jspecify.annotations.NullMarked;
