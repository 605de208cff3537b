package org.imodel4j.bis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFactsTest {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};

    @Test
    void transparencyFollowsFromTheAlphaValues() {
        assertThat(ImageFacts.of(png(0, 255, 255))).isEqualTo(new ImageFacts(ImageFacts.PNG, 2, 1, 0));
        assertThat(ImageFacts.of(png(0, 10, 20))).isEqualTo(new ImageFacts(ImageFacts.PNG, 2, 1, 1));
        assertThat(ImageFacts.of(png(0, 255, 20))).isEqualTo(new ImageFacts(ImageFacts.PNG, 2, 1, 2));
    }

    @Test
    void rowFiltersAreUndone() {
        // With the filter SUB the second alpha value is stored as its difference to the first.
        assertThat(ImageFacts.of(png(1, 255, 0))).isEqualTo(new ImageFacts(ImageFacts.PNG, 2, 1, 0));
    }

    @Test
    void jpegTellsItsSize() {
        byte[] jpeg = {
            (byte) 0xff,
            (byte) 0xd8,
            (byte) 0xff,
            (byte) 0xe0,
            0,
            4,
            0,
            0,
            (byte) 0xff,
            (byte) 0xc0,
            0,
            17,
            8,
            0,
            9,
            0,
            16,
            3,
            0,
            0,
            0
        };
        assertThat(ImageFacts.of(jpeg)).isEqualTo(new ImageFacts(ImageFacts.JPEG, 16, 9, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 20, 33, 40, 50})
    void imagesThatEndEarlyDoNoHarm(int length) {
        byte[] cut = Arrays.copyOf(png(0, 255, 255), length);
        ImageFacts facts = ImageFacts.of(cut);
        assertThat(facts == null || facts.transparency() == 2).isTrue();
    }

    /** A PNG of two pixels beside each other. */
    private static byte[] png(int filter, int firstAlpha, int secondAlpha) {
        ByteBuffer header =
                ByteBuffer.allocate(13).putInt(2).putInt(1).put((byte) 8).put((byte) 6);
        byte[] pixels = {(byte) filter, 1, 2, 3, (byte) firstAlpha, 4, 5, 6, (byte) secondAlpha};
        Deflater deflater = new Deflater();
        deflater.setInput(pixels);
        deflater.finish();
        byte[] compressed = new byte[100];
        int length = deflater.deflate(compressed);
        deflater.end();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk("IHDR", header.array(), png);
        chunk("IDAT", Arrays.copyOf(compressed, length), png);
        chunk("IEND", new byte[0], png);
        return png.toByteArray();
    }

    private static void chunk(String type, byte[] data, ByteArrayOutputStream png) {
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        png.writeBytes(data);
        png.writeBytes(new byte[4]);
    }
}
