/**
 * ECSQL statement after statement: typed at a prompt with history and completion, or read from a stream. Only {@code
 * InteractiveShell} and what it names load the library that the prompt needs.
 */
@NullMarked
package org.imodel4j.cli.shell;

import org.jspecify.annotations.NullMarked;
