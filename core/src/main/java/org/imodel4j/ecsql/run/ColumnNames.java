package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        Set<String> names = new HashSet<>();
        Set<String> jsonNames = new HashSet<>();
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

    private static String unique(String name, Set<String> used) {
        String candidate = name;
        for (int i = 1; !used.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = name + '_' + i;
        }
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
