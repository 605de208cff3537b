package org.imodel4j.host.rpc.read;

import org.imodel4j.bis.TextureData;
import org.imodel4j.host.HostEnvironment;

/**
 * Images of textures that are larger than a frontend can show. As with the reference, the longer side gets the size that is allowed, the other one
 * is rounded down, and what has no transparency becomes a JPEG.
 */
final class SmallerTexture {
    private static final int JPEG = 0;
    private static final int PNG = 2;
    private static final int OPAQUE = 0;

    private SmallerTexture() {}

    /** The image itself when it is small enough or the platform can not scale it. */
    static TextureData of(TextureData image, int most, HostEnvironment environment) {
        if (image.width() <= most && image.height() <= most) {
            return image;
        }
        boolean wide = image.width() > image.height();
        int width = wide ? most : shorter(image.width(), image.height(), most);
        int height = wide ? shorter(image.height(), image.width(), most) : most;
        boolean asJpeg = image.format() == JPEG || image.transparency() == OPAQUE;
        byte[] scaled = environment.scaledImage(image.bytes(), width, height, asJpeg);
        return scaled == null
                ? image
                : new TextureData(width, height, asJpeg ? JPEG : PNG, image.transparency(), scaled);
    }

    private static int shorter(int side, int longer, int most) {
        return (int) Math.max(1, Math.floor(side * ((double) most / longer)));
    }
}
