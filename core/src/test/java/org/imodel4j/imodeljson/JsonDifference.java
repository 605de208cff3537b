package org.imodel4j.imodeljson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Compares documents, the order of members included; numbers may differ in their last digits. */
@org.jspecify.annotations.NullUnmarked
final class JsonDifference {
    private static final double TOLERANCE = 1e-12;

    private JsonDifference() {}

    /** The first place where they differ, or null. */
    static @Nullable String of(JsonValue a, JsonValue b) {
        return of("", a, b);
    }

    private static @Nullable String of(String place, JsonValue a, JsonValue b) {
        if (a instanceof JsonValue.Number x && b instanceof JsonValue.Number y) {
            double limit = TOLERANCE * Math.max(Math.abs(x.value()), Math.abs(y.value()));
            return Math.abs(x.value() - y.value()) <= limit ? null : place + ": " + x.value() + " and " + y.value();
        }
        if (a instanceof JsonArray x && b instanceof JsonArray y && x.size() == y.size()) {
            for (int i = 0; i < x.size(); i++) {
                String found = of(place + '[' + i + ']', x.get(i), y.get(i));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (a instanceof JsonObject x && b instanceof JsonObject y) {
            List<String> names = new ArrayList<>(x.members().keySet());
            List<String> others = new ArrayList<>(y.members().keySet());
            if (!names.equals(others)) {
                return place + ": " + names + " and " + others;
            }
            for (Map.Entry<String, JsonValue> member : x.members().entrySet()) {
                String found = of(
                        place + '.' + member.getKey(),
                        member.getValue(),
                        y.members().get(member.getKey()));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return a.equals(b) ? null : place + ": " + a + " and " + b;
    }
}
