package org.imodel4j.server;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Makes images smaller with what every JDK for desktops and servers has. */
final class ScaledImage {
    /** Larger images are left alone: while one is scaled it takes four bytes for each pixel. */
    private static final long MOST_PIXELS = 1L << 26;

    private ScaledImage() {}

    /** Null when the image can not be read or is too large. */
    static byte @Nullable [] of(byte[] image, int width, int height, boolean asJpeg) {
        try {
            BufferedImage source = read(image);
            return source == null ? null : encoded(scaled(source, width, height, asJpeg), asJpeg ? "jpeg" : "png");
        } catch (IOException | RuntimeException malformed) {
            return null;
        } catch (LinkageError trimmed) {
            // Some distributions of Java come without pictures.
            return null;
        }
    }

    private static @Nullable BufferedImage read(byte[] image) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > MOST_PIXELS ? null : reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Halves the image until one more halving would go too far: a single step to a much smaller size would skip pixels. */
    private static BufferedImage scaled(BufferedImage source, int width, int height, boolean opaque) {
        BufferedImage image = source;
        do {
            int nextWidth = Math.max(width, (image.getWidth() + 1) / 2);
            int nextHeight = Math.max(height, (image.getHeight() + 1) / 2);
            int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
            BufferedImage next = new BufferedImage(nextWidth, nextHeight, type);
            Graphics2D graphics = next.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, nextWidth, nextHeight, null);
            graphics.dispose();
            image = next;
        } while (image.getWidth() > width || image.getHeight() > height);
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("no writer for " + format);
        }
        return bytes.toByteArray();
    }
}
