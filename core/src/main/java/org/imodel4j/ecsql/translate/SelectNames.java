package org.imodel4j.ecsql.translate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ecsql.resolve.Output;
import org.jspecify.annotations.Nullable;

/** How one SELECT calls its result columns in SQL. */
final class SelectNames {
    private final Map<String, String> byAlias = new HashMap<>();
    private final Map<Integer, String> sortKeys = new HashMap<>();
    private final List<Output> outputs;
    private final boolean numbered;
    private boolean usesNames;

    /**
     * @param aliases for each output the alias in the ECSQL text, or null
     * @param numbered the columns are called {@code K0}, {@code K1_0} …, as a query around this one expects
     */
    SelectNames(List<Output> outputs, List<@Nullable String> aliases, boolean numbered) {
        this.outputs = outputs;
        this.numbered = numbered;
        for (int i = 0; i < aliases.size(); i++) {
            String alias = aliases.get(i);
            if (alias != null && outputs.get(i).type().leaves().size() == 1) {
                byAlias.putIfAbsent(alias.toLowerCase(Locale.ROOT), Sql.name(numbered ? "K" + i : alias));
            }
        }
    }

    /** A name that belongs to the select list; of a compound query the name in its first arm. */
    String sqlName(String alias) {
        usesNames = true;
        String known = byAlias.get(alias.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equalsIgnoreCase(alias)) {
                return numbered ? Sql.name("K" + i) : ordinal(Integer.toString(i + 1));
            }
        }
        return Sql.name(alias);
    }

    /** Whether a name of the select list stood alone somewhere, where a column of a table would be preferred to it. */
    boolean usesNames() {
        return usesNames;
    }

    boolean numbered() {
        return numbered;
    }

    /** A column is not sorted by what it shows, but by another expression. */
    void sortBy(int column, String sql) {
        sortKeys.put(column, sql);
    }

    /** What follows a result column in SQL to name it. */
    String suffix(int column, int leaf, @Nullable String alias) {
        int leaves = outputs.get(column).type().leaves().size();
        if (numbered) {
            return ' ' + Sql.name(ExpressionTranslator.outputName(column, leaf, leaves));
        }
        return alias == null || leaves != 1 ? "" : ' ' + Sql.name(alias);
    }

    /** The number of an output, shifted by the leaves of those before it. */
    String ordinal(String number) {
        int wanted;
        try {
            wanted = Integer.parseInt(number);
        } catch (NumberFormatException notAnOrdinal) {
            return number;
        }
        if (wanted < 1 || wanted > outputs.size()) {
            return number;
        }
        String instead = sortKeys.get(wanted - 1);
        if (instead != null) {
            return instead;
        }
        int column = 1;
        for (int i = 0; i < wanted - 1; i++) {
            column += outputs.get(i).type().leaves().size();
        }
        return Integer.toString(column);
    }
}
