/** How commands say what they take, and how they get what the user gave: the only place that knows the library for it. */
@NullMarked
package org.imodel4j.cli.command;

import org.jspecify.annotations.NullMarked;
