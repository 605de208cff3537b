/** Quantities: units and how they convert into each other, numbers formatted for people and read back. */
@NullMarked
package org.imodel4j.ec.units;

import org.jspecify.annotations.NullMarked;
