package org.imodel4j.host.rpc.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.imodel4j.bis.TextureData;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ProcessFigures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmallerTextureTest {
    private static final byte[] STORED = {1, 2, 3};

    /** Writes down what it was asked for. */
    private static final HostEnvironment SCALING = new HostEnvironment() {
        @Override
        public Thread newQueryThread(Runnable work, String name) {
            throw new AssertionError("no thread is needed");
        }

        @Override
        public long threadCpuNanos() {
            return 0;
        }

        @Override
        public ProcessFigures processFigures() {
            throw new AssertionError("no figures are needed");
        }

        @Override
        public byte @Nullable [] scaledImage(byte[] image, int width, int height, boolean asJpeg) {
            return new byte[] {(byte) width, (byte) height, (byte) (asJpeg ? 1 : 0)};
        }
    };

    private static TextureData image(int width, int height, int format, int transparency) {
        return new TextureData(width, height, format, transparency, STORED);
    }

    @Test
    void anImageThatIsSmallEnoughStaysAsItIs() {
        TextureData image = image(64, 32, 2, 1);
        assertThat(SmallerTexture.of(image, 64, SCALING)).isSameAs(image);
    }

    @Test
    void theLongerSideGetsTheSizeThatIsAllowedAndTheOtherIsRoundedDown() {
        TextureData wide = SmallerTexture.of(image(300, 200, 2, 2), 8, SCALING);
        assertThat(wide).isEqualTo(new TextureData(8, 5, 2, 2, new byte[] {8, 5, 0}));
        TextureData high = SmallerTexture.of(image(33, 100, 2, 2), 8, SCALING);
        assertThat(high).isEqualTo(new TextureData(2, 8, 2, 2, new byte[] {2, 8, 0}));
    }

    @Test
    void whatHasNoTransparencyBecomesAJpeg() {
        assertThat(SmallerTexture.of(image(64, 64, 2, 0), 16, SCALING).format()).isZero();
        assertThat(SmallerTexture.of(image(64, 64, 0, 0), 16, SCALING).format()).isZero();
        assertThat(SmallerTexture.of(image(64, 64, 2, 1), 16, SCALING).format()).isEqualTo(2);
    }

    @Test
    void aPlatformThatCanNotScaleGivesTheStoredImage() {
        TextureData image = image(64, 32, 2, 0);
        assertThat(SmallerTexture.of(image, 16, HostEnvironment.portable())).isSameAs(image);
    }
}
