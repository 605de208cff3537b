/** Checks that hold for the whole project: directions, names, sizes, words. */
@NullMarked
package org.imodel4j.architecture;

import org.jspecify.annotations.NullMarked;
