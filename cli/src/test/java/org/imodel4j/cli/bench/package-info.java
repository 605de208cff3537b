/** Tests of the benchmark's own machinery. */
@NullMarked
package org.imodel4j.cli.bench;

import org.jspecify.annotations.NullMarked;
