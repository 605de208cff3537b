/** Where a command's results go: the streams, the layouts of rows, what is said about work in progress. */
@NullMarked
package org.imodel4j.cli.output;

import org.jspecify.annotations.NullMarked;
