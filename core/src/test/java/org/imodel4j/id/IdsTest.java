package org.imodel4j.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void idsReadAndWrite() {
        assertThat(Id64.parse("0x5000000001a")).isEqualTo(0x5000000001aL);
        assertThat(Id64.parse("0")).isZero();
        assertThat(Id64.toHex(0)).isEqualTo("0");
        assertThat(Id64.toHex(-1)).isEqualTo("0xffffffffffffffff");
        assertThat(Id64.of("0x1c")).hasToString("0x1c");
        assertThat(Id64.briefcaseId(0x5000000001aL)).isEqualTo(5);
        assertThat(Id64.ofParts(5, Id64.localId(0x5000000001aL))).isEqualTo(0x5000000001aL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "0x0", "0x01", "0X1", "0xA", "1", "0x10000000000000000", "0x1g", " 0x1", "-1"})
    void onlyTheWrittenFormIsAnId(String text) {
        assertThat(Id64.isId(text)).isFalse();
        assertThatThrownBy(() -> Id64.parse(text)).isInstanceOf(IModelException.class);
    }

    @Test
    void lenientReadingTakesWhatITwinJsTakes() {
        assertThat(Id64.parseLenient("0xABC")).isEqualTo(0xabc);
        assertThat(Id64.parseLenient("0x01")).isEqualTo(1);
        assertThat(Id64.parseLenient(" 0x1")).isEqualTo(1);
        assertThat(Id64.parseLenient("abc")).isZero();
        assertThat(Id64.parseLenient("0x10000000000000000")).isZero();
    }

    @Test
    void guidsReadAndWriteInTheOrderOfTheText() {
        Guid guid = Guid.parse("00112233-4455-6677-8899-AABBCCDDEEFF");
        assertThat(guid).hasToString("00112233-4455-6677-8899-aabbccddeeff");
        assertThat(guid.toBytes()).startsWith(0x00, 0x11, 0x22, 0x33);
        assertThat(Guid.ofBytes(guid.toBytes())).isEqualTo(guid);
        assertThat(Guid.EMPTY).hasToString("00000000-0000-0000-0000-000000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zz",
                "11111111222243338444555555555555",
                "{11111111-2222-4333-8444-555555555555}",
                "11111111-2222-4333-8444-55555555555",
                "11111111-2222-4333-8444_555555555555"
            })
    void otherTextsAreNoGuids(String text) {
        assertThat(Guid.isGuid(text)).isFalse();
        assertThatThrownBy(() -> Guid.parse(text)).isInstanceOf(IModelException.class);
    }

    @Test
    void randomGuidsAreOfVersion4() {
        assertThat(Guid.random(new Random(1)).toString()).matches(".{14}4.{4}[89ab].*");
    }

    @Test
    void setsAreSortedAndDistinct() {
        IdSet set = IdSet.of(5, 0, -1, 3, 5, Long.MAX_VALUE);
        assertThat(set.toArray()).containsExactly(3, 5, Long.MAX_VALUE, -1);
        assertThat(set.contains(5)).isTrue();
        assertThat(set.contains(-1)).isTrue();
        assertThat(set.contains(0)).isFalse();
        assertThat(IdSet.ofTexts(List.of("0x2", "x", "0x1")).toArray()).containsExactly(1, 2);
    }

    @Test
    void compressedSetsReadAsITwinJsWritesThem() {
        assertThat(CompressedId64Set.decode("+11+1*3").toArray()).containsExactly(0x11, 0x12, 0x13, 0x14);
        assertThat(CompressedId64Set.decode("+1*A").size()).isEqualTo(10);
        assertThat(CompressedId64Set.decode("").isEmpty()).isTrue();
        assertThat(CompressedId64Set.encode(IdSet.of(1, 0xabc, 0xabd, 0xabf))).isEqualTo("+1+ABB+1+2");
        assertThat(CompressedId64Set.encode(IdSet.of(0x5000000001aL, 0x6000000001aL, 0x7000000001aL)))
                .isEqualTo("+5000000001A+10000000000*2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "++",
                "+0",
                "+1*0",
                "+a",
                "+1*",
                "+zz",
                "+1*-1",
                "+FFFFFFFFFFFFFFFF+1",
                "+1*FFFFFFFFFF",
                "+11111111111111111"
            })
    void otherTextsAreNoCompressedSets(String text) {
        assertThatThrownBy(() -> CompressedId64Set.decode(text)).isInstanceOf(IModelException.class);
    }

    @Test
    void aLastPlusSignOfACompressedSetNamesNothing() {
        assertThat(CompressedId64Set.decode("+").size()).isZero();
        assertThat(CompressedId64Set.decode("+1*2+")).isEqualTo(IdSet.of(1, 2));
    }
}
