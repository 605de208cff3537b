/** Tests that run the command as a user does. */
@NullMarked
package org.imodel4j.cli;

import org.jspecify.annotations.NullMarked;
