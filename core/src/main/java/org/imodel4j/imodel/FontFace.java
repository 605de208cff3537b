package org.imodel4j.imodel;

import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One face of an embedded font.
 *
 * @param familyName as texts name it
 * @param style of the letters
 * @param subId the number of the face in its file
 * @param encoding {@code {codePage, degree, plusMinus, diameter}} of an RSC font; null when it has none
 */
public record FontFace(
        FontType type,
        String familyName,
        Style style,
        int subId,
        @Nullable JsonObject encoding) {
    /** How the letters of a face look; the names in files are these in lower case. */
    public enum Style {
        REGULAR,
        BOLD,
        ITALIC,
        BOLDITALIC
    }

    /** The only face of its file. */
    public static FontFace of(FontType type, String familyName, Style style) {
        return new FontFace(type, familyName, style, 0, null);
    }
}
