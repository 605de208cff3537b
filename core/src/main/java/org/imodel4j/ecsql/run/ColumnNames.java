package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.SystemProperty;
import org.imodel4j.ecsql.resolve.ValueType;

/** Names columns as iTwin.js does; the rules were observed there, tests hold them. */
final class ColumnNames {
    private ColumnNames() {}

    static List<ColumnInfo> of(List<Output> outputs, boolean abbreviateBlobs) {
        List<ColumnInfo> columns = new ArrayList<>();
        UsedNames names = new UsedNames();
        UsedNames jsonNames = new UsedNames();
        for (Output output : outputs) {
            String name = names.unique(output.name(), output.generated());
            String jsonName = jsonNames.unique(jsonName(output), true);
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

    /** Names of one result, made different by numbers behind them. */
    private static final class UsedNames {
        private final Set<String> exact = new HashSet<>();
        private final Map<String, Integer> nextByName = new HashMap<>();

        /** @param anyCase names that differ only in case collide: those of computed columns do, those of properties do not */
        String unique(String name, boolean anyCase) {
            String key = name.toLowerCase(Locale.ROOT);
            boolean free = anyCase ? !nextByName.containsKey(key) : !exact.contains(name);
            String chosen = name;
            if (!free) {
                int next = nextByName.getOrDefault(key, 1);
                chosen = name + '_' + next;
                while (nextByName.containsKey(chosen.toLowerCase(Locale.ROOT))) {
                    next++;
                    chosen = name + '_' + next;
                }
                nextByName.put(key, next + 1);
            }
            exact.add(chosen);
            nextByName.putIfAbsent(chosen.toLowerCase(Locale.ROOT), 1);
            return chosen;
        }
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
