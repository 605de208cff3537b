package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.Range2d;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.IntList;

/**
 * Where the glyphs of a text stand, in the plane of the text.
 *
 * @param box of the letters without what hangs below the line
 * @param glyphIds numbers in the font, 0 for what it does not have
 * @param glyphOrigins x and y of the first, of the second and so on
 */
public record TextLayout(Range2d box, IntList glyphIds, DoubleList glyphOrigins) {}
