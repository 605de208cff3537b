package org.imodel4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ScaledImageTest {
    private static byte[] png(int width, int height, int argb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, argb);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] scaled(byte[] image, int width, int height, boolean asJpeg) {
        return Objects.requireNonNull(ScaledImage.of(image, width, height, asJpeg));
    }

    private static BufferedImage decoded(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    @Test
    void anImageKeepsItsColoursAndItsTransparency() throws IOException {
        byte[] scaled = scaled(png(300, 200, 0x80204060), 8, 5, false);
        BufferedImage image = decoded(scaled);
        assertThat(image.getWidth()).isEqualTo(8);
        assertThat(image.getHeight()).isEqualTo(5);
        assertThat(image.getRGB(4, 2)).isEqualTo(0x80204060);
    }

    @Test
    void aJpegIsOneByItsFirstBytes() throws IOException {
        byte[] scaled = scaled(png(64, 64, 0xff204060), 16, 16, true);
        assertThat(scaled).startsWith(0xff, 0xd8);
        assertThat(decoded(scaled).getWidth()).isEqualTo(16);
        byte[] again = scaled(scaled, 3, 3, true);
        assertThat(decoded(again).getHeight()).isEqualTo(3);
    }

    @Test
    void whatIsNoImageIsNotScaled() throws IOException {
        assertThat(ScaledImage.of(new byte[0], 1, 1, true)).isNull();
        assertThat(ScaledImage.of(new byte[] {1, 2, 3}, 1, 1, false)).isNull();
        byte[] whole = png(64, 64, 0xff204060);
        assertThat(ScaledImage.of(Arrays.copyOf(whole, 40), 8, 8, false)).isNull();
    }

    @Test
    void anImageThatSaysItIsHugeIsNotRead() throws IOException {
        byte[] image = png(4, 4, -1);
        ByteBuffer.wrap(image).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(ScaledImage.of(image, 8, 8, false)).isNull();
    }
}
