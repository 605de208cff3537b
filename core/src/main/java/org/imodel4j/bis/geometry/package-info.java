/** Geometry streams: how elements and geometry parts store what they look like, as values, as bytes and as JSON. */
@NullMarked
package org.imodel4j.bis.geometry;

import org.jspecify.annotations.NullMarked;
