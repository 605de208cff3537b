/** Value types of three-dimensional geometry. */
@NullMarked
package org.imodel4j.geometry;

import org.jspecify.annotations.NullMarked;
