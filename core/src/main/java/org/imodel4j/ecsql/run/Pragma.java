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
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The PRAGMA statements that give rows, with the columns of each. */
enum Pragma {
    CHECKSUM("sha3_256"),
    DB_LIST("#sno", "alias", "fileName", "profile"),
    DISQUALIFY_TYPE_INDEX("?disqualify_type_index"),
    ECDB_VER("current", "file"),
    ECSQL_VER("ecsql_ver"),
    EXPERIMENTAL_FEATURES_ENABLED("?experimental_features_enabled"),
    EXPLAIN_QUERY("##id", "##parent", "##notused", "detail"),
    HELP("pragma", "type", "descr"),
    INTEGRITY_CHECK(),
    PURGE_ORPHAN_RELATIONSHIPS(),
    SQLITE_SQL("sqlite_sql"),
    VALIDATE_ECSQL_WRITES("?validate_ecsql_writes");

    private final String[] columns;

    /** @param columns with a mark in front of what is no text: {@code #} int, {@code ##} long, {@code ?} boolean */
    Pragma(String... columns) {
        this.columns = columns;
    }

    /** @throws IModelException number 1, or BE_SQLITE_READONLY for a statement that sets what can only be read */
    static Pragma of(Statement.Pragma statement, Door door) {
        String name = statement.name().text().toLowerCase(Locale.ROOT);
        for (Pragma pragma : values()) {
            if (pragma.name().toLowerCase(Locale.ROOT).equals(name)) {
                pragma.check(statement, door);
                return pragma;
            }
        }
        if (name.equals("parse_tree")) {
            requireExperimental(statement);
            throw ECSqlFailure.of("PRAGMA parse_tree is not part of this implementation.");
        }
        throw ECSqlFailure.of("Unrecognized pragma " + statement.name().text() + '.');
    }

    private static void requireExperimental(Statement.Pragma statement) {
        boolean enabled = false;
        for (Option option : statement.options()) {
            enabled |= option.name().equalsIgnoreCase("ENABLE_EXPERIMENTAL_FEATURES");
        }
        if (!enabled) {
            throw ECSqlFailure.of(
                    "'PRAGMA " + statement.name().text() + "' is experimental feature and disabled by default.");
        }
    }

    private void check(Statement.Pragma statement, Door door) {
        PragmaValue value = statement.value();
        boolean readOnly =
                switch (this) {
                    case CHECKSUM, DB_LIST, ECDB_VER, ECSQL_VER, EXPLAIN_QUERY, HELP, SQLITE_SQL -> true;
                    default -> false;
                };
        if (readOnly && value != null && statement.assigned()) {
            int number = door == Door.STATEMENT ? Status.BE_SQLITE_READONLY.number() : ECSqlFailure.NUMBER;
            throw new IModelException(
                    number, ErrorKind.USER, "PRAGMA " + name().toLowerCase(Locale.ROOT) + " is readonly.", null);
        }
        if (this != DISQUALIFY_TYPE_INDEX && !statement.target().isEmpty()) {
            throw ECSqlFailure.of("Unrecognized pragma '" + statement.name().text() + "' for "
                    + (statement.target().size() == 1 ? "schema" : "class") + " object.");
        }
        switch (this) {
            case CHECKSUM -> {
                if (value == null
                        || (value.kind() != PragmaValue.Kind.NAME && value.kind() != PragmaValue.Kind.STRING)) {
                    throw ECSqlFailure.of("unsupported val for checksum pragma.");
                }
                Checksum.tables(value.text());
            }
            case DISQUALIFY_TYPE_INDEX -> {
                if (statement.target().size() != 2) {
                    throw ECSqlFailure.of("Unrecognized pragma disqualify_type_index.");
                }
            }
            case EXPLAIN_QUERY, SQLITE_SQL -> {
                if (value == null) {
                    throw ECSqlFailure.of(
                            "PRAGMA " + name().toLowerCase(Locale.ROOT) + " expect a ECSQL query as string argument.");
                }
            }
            case INTEGRITY_CHECK -> {
                requireExperimental(statement);
                if (statement.assigned()) {
                    throw ECSqlFailure.of("PRAGMA integrity_check takes the name of a check in parentheses.");
                }
            }
            case PURGE_ORPHAN_RELATIONSHIPS -> {
                requireExperimental(statement);
                throw ECSqlFailure.of("PRAGMA purge_orphan_relationships needs a file that is open for writing.");
            }
            case DB_LIST, ECDB_VER, ECSQL_VER, HELP, EXPERIMENTAL_FEATURES_ENABLED, VALIDATE_ECSQL_WRITES -> {}
        }
    }

    private String[] columns(Statement.Pragma statement) {
        if (this == INTEGRITY_CHECK) {
            return IntegrityCheck.columns(statement);
        }
        return this == DISQUALIFY_TYPE_INDEX && statement.value() != null ? new String[0] : columns;
    }

    /** The columns; the SQL is made when the statement runs. */
    Translation translation(Statement.Pragma statement) {
        List<Translation.Column> outputs = new ArrayList<>();
        for (String marked : columns(statement)) {
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
