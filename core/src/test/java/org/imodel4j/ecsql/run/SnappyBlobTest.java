package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnappyBlobTest {
    private static final String PACKED =
            "TACIATAABgAAgAAAAAEAAAAIDQgBASAFAAAAaAAAABABDQUcEAwACAAHBSQBJxAEAAAAAwEKcgEABPA/Vh8AERgk8D8AAAAAAAAAAA==";

    @Test
    void aStreamComesOutAsItWentIn() {
        byte[] unpacked = SnappyBlob.unpack(Base64.getDecoder().decode(PACKED));

        assertThat(unpacked).hasSize(128).startsWith(1, 0, 0, 0, 8, 0, 0, 0);
    }

    @Test
    void bytesOfAnotherFormStayAsTheyAre() {
        byte[] plain = {1, 2, 3};

        assertThat(SnappyBlob.unpack(plain)).isSameAs(plain);
        assertThat(SnappyBlob.unpack(new byte[0])).isEmpty();
    }

    @Test
    void damagedStreamsAreAnsweredWithoutHarm() {
        byte[] packed = Base64.getDecoder().decode(PACKED);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = packed.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(SnappyBlob.unpack(damaged)).isNotNull();
        }
    }
}
