/** The {@code imodel} command: what a file holds, queries, the server with its first page, and the benchmarks. */
@NullMarked
package org.imodel4j.cli;

import org.jspecify.annotations.NullMarked;
