package org.imodel4j.jdbc;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds columns by their labels without regard to case; of several with the same label the first. The bare name of a navigation
 * property finds its id.
 */
final class ColumnLabels {
    private final Map<String, Integer> numbers = new HashMap<>();

    ColumnLabels(List<ResultColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            numbers.putIfAbsent(key(columns.get(i).label()), i + 1);
        }
        for (int i = 0; i < columns.size(); i++) {
            ResultColumn column = columns.get(i);
            if (column.part() == 0 && column.kind() == ResultColumn.Kind.ID) {
                String label = column.label();
                numbers.putIfAbsent(key(label.substring(0, label.length() - ".Id".length())), i + 1);
            }
        }
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    /** From 1. */
    int find(String label) throws SQLException {
        Integer number = numbers.get(key(label));
        if (number == null) {
            throw SqlState.PROPERTY_NOT_FOUND.exception("The result has no column " + label);
        }
        return number;
    }
}
