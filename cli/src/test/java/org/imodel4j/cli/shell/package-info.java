/** Tests of the shell's parts, and of the whole at a terminal that a test types at. */
@NullMarked
package org.imodel4j.cli.shell;

import org.jspecify.annotations.NullMarked;
