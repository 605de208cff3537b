/** The workloads of {@code imodel bench}: each measures one thing in a process of its own and prints one line of JSON. */
@NullMarked
package org.imodel4j.cli.bench;

import org.jspecify.annotations.NullMarked;
