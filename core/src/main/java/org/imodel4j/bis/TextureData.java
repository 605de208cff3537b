package org.imodel4j.bis;

import java.util.Arrays;

/**
 * The image of a texture as it is stored.
 *
 * @param width in pixels, as the image itself says
 * @param format 0 JPEG, 2 PNG
 * @param transparency 0 opaque, 1 translucent everywhere, 2 both
 */
public record TextureData(int width, int height, int format, int transparency, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof TextureData that
                && width == that.width
                && height == that.height
                && format == that.format
                && transparency == that.transparency
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
