package org.imodel4j.imodeljson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged geometry is read as something, or refused. */
@NullUnmarked
class IModelJsonFuzzTest {
    private static final int ROUNDS = 20_000;

    private Random random;
    private List<JsonValue> parts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedGeometryIsReadOrRefused(long seed) {
        random = new Random(seed);
        parts = new ArrayList<>();
        List<JsonValue> entries = new ArrayList<>();
        for (Recorded recorded : Recorded.all()) {
            entries.addAll(recorded.input().items());
        }
        entries.forEach(this::collect);
        for (int round = 0; round < ROUNDS; round++) {
            JsonValue entry = damaged(entries.get(random.nextInt(entries.size())), 0);
            try {
                GeometryQuery geometry = IModelJsonReader.read(entry);
                Range3d range = geometry.range();
                assertThat(range.low().magnitude() >= 0 && range.high().magnitude() >= 0)
                        .as("%s in round %s", entry, round)
                        .isTrue();
                readsBack(geometry, entry);
            } catch (IModelException refused) {
                assertThat(refused.errorNumber()).isEqualTo(Status.BAD_ARG.number());
            }
        }
    }

    /** What was read can be written, and what was written read; sizes that overflow on the way are refused the second time. */
    private static void readsBack(GeometryQuery geometry, JsonValue entry) {
        JsonValue written = Recorded.written(geometry);
        JsonValue again;
        try {
            again = Recorded.written(IModelJsonReader.read(written));
        } catch (IModelException refused) {
            return;
        }
        assertThat(again.getClass()).as("%s", entry).isEqualTo(written.getClass());
    }

    private void collect(JsonValue value) {
        parts.add(value);
        if (value instanceof JsonArray array) {
            array.items().forEach(this::collect);
        } else if (value instanceof JsonObject object) {
            object.members().values().forEach(this::collect);
        }
    }

    private JsonValue damaged(JsonValue value, int depth) {
        if (depth > 0 && random.nextInt(12) == 0) {
            return part();
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>();
            for (JsonValue item : array.items()) {
                int chance = random.nextInt(40);
                if (chance > 0) {
                    items.add(chance == 1 ? damaged(item, depth + 1) : item);
                }
                if (chance == 2) {
                    items.add(part());
                }
            }
            int at = items.isEmpty() ? -1 : random.nextInt(items.size());
            if (at >= 0) {
                items.set(at, damaged(items.get(at), depth + 1));
            }
            return new JsonArray(items);
        }
        if (value instanceof JsonObject object) {
            JsonObject.Builder members = JsonObject.builder();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                if (depth == 0 || random.nextInt(30) > 0) {
                    members.put(member.getKey(), damaged(member.getValue(), depth + 1));
                }
            }
            return members.build();
        }
        return value;
    }

    private JsonValue part() {
        return switch (random.nextInt(6)) {
            case 0 -> JsonValue.of(Math.scalb(random.nextDouble() - 0.5, random.nextInt(2100) - 1050));
            case 1 -> JsonValue.of((long) random.nextInt());
            case 2 -> new JsonValue.Number(Double.NaN, 0, false);
            default -> parts.get(random.nextInt(parts.size()));
        };
    }
}
