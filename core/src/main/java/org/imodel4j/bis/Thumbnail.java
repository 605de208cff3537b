package org.imodel4j.bis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The picture of a view.
 *
 * @param format {@code jpeg} or {@code png}
 */
public record Thumbnail(String format, int width, int height, byte[] image) {
    /**
     * The form of the wire: four little-endian 32-bit numbers (length of the image; format, 0 for JPEG and 2 for PNG; width;
     * height), then the image.
     */
    public byte[] toBytes() {
        return ByteBuffer.allocate(16 + image.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(image.length)
                .putInt(format.equals("png") ? 2 : 0)
                .putInt(width)
                .putInt(height)
                .put(image)
                .array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Thumbnail that
                && format.equals(that.format)
                && width == that.width
                && height == that.height
                && Arrays.equals(image, that.image);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(image);
    }
}
