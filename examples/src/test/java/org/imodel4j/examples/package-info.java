/** Runs every example. */
@NullMarked
package org.imodel4j.examples;

import org.jspecify.annotations.NullMarked;
