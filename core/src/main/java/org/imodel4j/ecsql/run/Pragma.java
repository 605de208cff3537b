package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.Option;
import org.imodel4j.ecsql.parse.PragmaValue;
import org.imodel4j.ecsql.parse.Statement;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.translate.Translation;

/** The PRAGMA statements that give rows, with the columns of each. */
enum Pragma {
    CHECKSUM("sha3_256"),
    DB_LIST("#sno", "alias", "fileName", "profile"),
    DISQUALIFY_TYPE_INDEX("?disqualify_type_index"),
    ECDB_VER("current", "file"),
    EXPERIMENTAL_FEATURES_ENABLED("?experimental_features_enabled"),
    EXPLAIN_QUERY("##id", "##parent", "##notused", "detail"),
    HELP("pragma", "type", "descr"),
    VALIDATE_ECSQL_WRITES("?validate_ecsql_writes");

    private static final List<String> EXPERIMENTAL =
            List.of("integrity_check", "parse_tree", "purge_orphan_relationships");

    private final String[] columns;

    /** @param columns with a mark in front of what is no text: {@code #} int, {@code ##} long, {@code ?} boolean */
    Pragma(String... columns) {
        this.columns = columns;
    }

    static Pragma of(Statement.Pragma statement) {
        String name = statement.name().text().toLowerCase(Locale.ROOT);
        for (Pragma pragma : values()) {
            if (pragma.name().toLowerCase(Locale.ROOT).equals(name)) {
                pragma.check(statement);
                return pragma;
            }
        }
        if (EXPERIMENTAL.contains(name)) {
            boolean enabled = false;
            for (Option option : statement.options()) {
                enabled |= option.name().equalsIgnoreCase("ENABLE_EXPERIMENTAL_FEATURES");
            }
            throw ECSqlFailure.of(
                    enabled
                            ? "PRAGMA " + name + " is not part of this implementation."
                            : "'PRAGMA " + name + "' is experimental feature and disabled by default.");
        }
        throw ECSqlFailure.of("Unrecognized pragma " + statement.name().text() + '.');
    }

    private void check(Statement.Pragma statement) {
        PragmaValue value = statement.value();
        switch (this) {
            case CHECKSUM -> {
                if (value == null) {
                    throw ECSqlFailure.of("unsupported val for checksum pragma.");
                }
                Checksum.tables(value.text());
            }
            case DISQUALIFY_TYPE_INDEX -> {
                if (statement.target().size() != 2) {
                    throw ECSqlFailure.of("Unrecognized pragma disqualify_type_index.");
                }
            }
            case EXPLAIN_QUERY -> {
                if (value == null) {
                    throw ECSqlFailure.of("PRAGMA explain_query expect a ECSQL query as string argument.");
                }
            }
            case DB_LIST, ECDB_VER, HELP -> {
                if (value != null) {
                    throw ECSqlFailure.of("PRAGMA " + name().toLowerCase(Locale.ROOT) + " is readonly.");
                }
            }
            case EXPERIMENTAL_FEATURES_ENABLED, VALIDATE_ECSQL_WRITES -> {}
        }
    }

    /** The columns; the SQL is made when the statement runs. */
    Translation translation() {
        List<Translation.Column> outputs = new ArrayList<>();
        for (String marked : columns) {
            String name = marked.replace("#", "").replace("?", "");
            PrimitiveType type = marked.startsWith("##")
                    ? PrimitiveType.LONG
                    : marked.startsWith("#")
                            ? PrimitiveType.INTEGER
                            : marked.startsWith("?") ? PrimitiveType.BOOLEAN : PrimitiveType.STRING;
            Output output = new Output(name, name, "", true, new ValueType.Primitive(type));
            outputs.add(new Translation.Column(output, outputs.size(), false));
        }
        return new Translation("", outputs, List.of(), true);
    }
}
