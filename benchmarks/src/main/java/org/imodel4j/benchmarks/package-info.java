/** JMH suites of the hot paths: run them with {@code scripts/jmh.sh}. */
@NullMarked
package org.imodel4j.benchmarks;

import org.jspecify.annotations.NullMarked;
