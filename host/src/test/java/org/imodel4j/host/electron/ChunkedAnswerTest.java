package org.imodel4j.host.electron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imodel4j.host.rpc.SerializedAnswer;
import org.junit.jupiter.api.Test;

class ChunkedAnswerTest {
    private static String marker(int index, int size, int chunks) {
        return "{\"isBinary\":true,\"index\":" + index + ",\"size\":" + size + ",\"chunks\":" + chunks + "}";
    }

    private static SerializedAnswer answer(String objects, List<byte[]> data) {
        return new SerializedAnswer("I", "1", 4, objects.getBytes(StandardCharsets.UTF_8), data);
    }

    @Test
    void shortByteArraysStayAsTheyAre() {
        SerializedAnswer whole = answer(marker(0, 4, 1), List.of(new byte[4]));
        assertThat(ChunkedAnswer.of(whole, 4)).isSameAs(whole);
    }

    @Test
    void longByteArraysBecomeSeveralAndTheOthersMoveUp() {
        SerializedAnswer whole = answer(
                "[" + marker(0, 9, 1) + ",{\"a\":" + marker(1, 2, 1) + ",\"isBinary\":false}," + marker(2, 0, 1) + ","
                        + marker(3, 8, 1) + "]",
                List.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new byte[] {10, 11}, new byte[0], new byte[8]));
        SerializedAnswer split = ChunkedAnswer.of(whole, 4);
        assertThat(new String(split.objects(), StandardCharsets.UTF_8))
                .isEqualTo("[" + marker(0, 9, 3) + ",{\"a\":" + marker(3, 2, 1) + ",\"isBinary\":false},"
                        + marker(4, 0, 1) + "," + marker(5, 8, 2) + "]");
        assertThat(split.data())
                .containsExactly(
                        new byte[] {1, 2, 3, 4},
                        new byte[] {5, 6, 7, 8},
                        new byte[] {9},
                        new byte[] {10, 11},
                        new byte[0],
                        new byte[4],
                        new byte[4]);
    }
}
