package org.imodel4j.cli.bench;

import java.time.Instant;
import java.util.Base64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** The elements that are inserted into the medium file: number i of them is the same for all who are measured. */
final class PerfElements {
    private static final String[] KINDS = {
        "PerfA", "PerfB", "PerfC", "PerfA1", "PerfA2", "PerfB1", "PerfB2", "PerfC1", "PerfC2"
    };
    private static final long FIRST_MINUTE =
            Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final JsonObject NO_CODE = JsonObject.builder()
            .put("spec", "0x1")
            .put("scope", "0x1")
            .put("value", "")
            .build();
    private static final JsonArray BOX = JsonArray.of(JsonObject.builder()
            .put(
                    "box",
                    JsonObject.builder()
                            .put("baseOrigin", JsonArray.of(0.0, 0.0, 0.0))
                            .put("origin", JsonArray.of(0.0, 0.0, 0.0))
                            .put("topOrigin", JsonArray.of(0.0, 0.0, 1.0))
                            .put("baseX", 1)
                            .put("baseY", 1)
                            .put("capped", true)
                            .build())
            .build());

    private final String model;
    private final String category;
    private final String spec;
    private final Mulberry random = new Mulberry(5);

    PerfElements(String model, String category, String spec) {
        this.model = model;
        this.category = category;
        this.spec = spec;
    }

    /** Those before it are to be asked for first, because chance is shared. */
    JsonObject props(int i, boolean geometry) {
        String kind = KINDS[i % KINDS.length];
        JsonObject.Builder props = JsonObject.builder()
                .put("classFullName", "PerfDomain:" + kind)
                .put("model", model)
                .put("category", category)
                .put("code", i % 2 == 1 ? NO_CODE : code(i));
        if (geometry) {
            props.put("geom", BOX)
                    .put(
                            "placement",
                            JsonObject.builder()
                                    .put("origin", JsonArray.of(i % 100, i / 100, 5.0))
                                    .put("angles", JsonObject.EMPTY)
                                    .build());
        }
        base(i, kind, props);
        switch (kind.charAt(4)) {
            case 'A' -> kindA(i, props);
            case 'B' -> kindB(i, props);
            default -> kindC(i, props);
        }
        leaf(i, kind, props);
        return props.build();
    }

    private JsonObject code(int i) {
        return JsonObject.builder()
                .put("spec", spec)
                .put("scope", "0x1")
                .put("value", "NEW-" + i)
                .build();
    }

    private void base(int i, String kind, JsonObject.Builder props) {
        props.put("pStr", "name " + i + " of " + kind)
                .put("pInt", i % 1000)
                .put("pLong", i * 4096L)
                .put("pDbl", random.next() * 1000)
                .put("pBool", i % 2 == 0)
                .put("pDate", date(i))
                .put("pPt", point(i % 100, i / 100).put("z", 1.5).build())
                .put("pKind", i % 4);
    }

    /** As {@code toISOString} writes it. */
    private static String date(int i) {
        String text = Instant.ofEpochMilli(FIRST_MINUTE + i * 60_000L).toString();
        return text.substring(0, text.length() - 1) + ".000Z";
    }

    private static JsonObject.Builder point(long x, long y) {
        return JsonObject.builder().put("x", x).put("y", y);
    }

    private void kindA(int i, JsonObject.Builder props) {
        byte[] bytes = {(byte) i, (byte) (i >> 8), 1, 2, 3, 4, 5, 6};
        props.put("aStr", "a-" + i % 97)
                .put("aDbl", random.next() * 10)
                .put("aPt2", point(i, -i).build())
                .put("aBin", "encoding=base64;" + Base64.getEncoder().encodeToString(bytes));
    }

    private void kindB(int i, JsonObject.Builder props) {
        props.put("bStr", "b-" + i % 53)
                .put("bInt", i % 77)
                .put("bDbl", random.next())
                .put("bArr", JsonArray.of(JsonValue.of("x" + i % 3), JsonValue.of("y" + i % 5)));
    }

    private void kindC(int i, JsonObject.Builder props) {
        props.put("cStr", "c-" + i % 31)
                .put("cLong", i)
                .put(
                        "cStruct",
                        JsonObject.builder()
                                .put("label", "l" + i % 9)
                                .put("value", random.next())
                                .build())
                .put("cDbls", JsonArray.of(i, i / 2.0, i / 3.0));
    }

    private static void leaf(int i, String kind, JsonObject.Builder props) {
        if (kind.length() < 6) {
            return;
        }
        String prefix = kind.substring(4).toLowerCase(java.util.Locale.ROOT);
        props.put(prefix + "Str", prefix + ' ' + i % 11);
        switch (kind) {
            case "PerfA1" -> props.put("a1Dbl", i * 0.25);
            case "PerfB1" -> props.put("b1Dbl", i * 0.5);
            case "PerfC1" -> props.put("c1Dbl", i * 0.75);
            default -> props.put(prefix + "Int", i);
        }
    }
}
