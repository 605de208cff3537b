package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.SystemProperty;
import org.imodel4j.ecsql.resolve.ValueType;

/** Names columns as iTwin.js does; the rules were observed there, tests hold them. */
final class ColumnNames {
    private ColumnNames() {}

    static List<ColumnInfo> of(List<Output> outputs, boolean abbreviateBlobs) {
        List<ColumnInfo> columns = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> jsonNames = new HashMap<>();
        for (Output output : outputs) {
            String name = unique(output.name(), names);
            String jsonName = unique(jsonName(output), jsonNames);
            boolean abbreviated = abbreviateBlobs && isBinary(output.type());
            columns.add(new ColumnInfo(
                    output.className(),
                    output.generated() ? name : output.path(),
                    output.generated(),
                    columns.size(),
                    jsonName,
                    name,
                    abbreviated ? "Json" : output.type().extendedType(),
                    abbreviated
                            ? PrimitiveType.STRING.typeName()
                            : output.type().typeName()));
        }
        return columns;
    }

    private static boolean isBinary(ValueType type) {
        return switch (type) {
            case ValueType.Primitive primitive -> primitive.primitive() == PrimitiveType.BINARY;
            case ValueType.PrimitiveArray array -> isBinary(array.item());
            default -> false;
        };
    }

    /** @param used the number to try next, for each name in lower case */
    private static String unique(String name, Map<String, Integer> used) {
        String key = name.toLowerCase(Locale.ROOT);
        Integer next = used.putIfAbsent(key, 1);
        if (next == null) {
            return name;
        }
        String candidate = name + '_' + next;
        while (used.putIfAbsent(candidate.toLowerCase(Locale.ROOT), 1) != null) {
            next++;
            candidate = name + '_' + next;
        }
        used.put(key, next + 1);
        return candidate;
    }

    private static String jsonName(Output output) {
        if (output.generated()) {
            return lowerFirst(output.name());
        }
        if (output.className().isEmpty() && output.path().indexOf('.') < 0) {
            for (SystemProperty property : SystemProperty.values()) {
                if (property.ecName().equals(output.path())) {
                    return property.jsName();
                }
            }
        }
        String path = lowerFirst(output.path());
        if (output.className().isEmpty() && path.endsWith(".Id")) {
            return path.substring(0, path.length() - 2) + "id";
        }
        if (output.className().isEmpty() && path.endsWith(".RelECClassId")) {
            return path.substring(0, path.length() - "RelECClassId".length()) + "relClassName";
        }
        return path;
    }

    static String lowerFirst(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
