package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ecsql.parse.PragmaValue;
import org.imodel4j.ecsql.parse.Statement;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/** Answers PRAGMA statements of one connection: what they set lasts as long as the connection. */
final class PragmaRows {
    /** The version of the ECDb profile that this software writes. */
    private static final String CURRENT_PROFILE = "4.0.0.5";

    /** The version of the language that is understood. */
    private static final String ECSQL_VERSION = "2.0.4.0";

    /** As clients of the reference see them. */
    private static final String[][] HELP = {
        {"checksum", "global", "checksum([ec_schema|ec_map|db_schema]) return sha1 checksum for data."},
        {"db_list", "global", "List all attach dbs"},
        {"ecdb_ver", "global", "return current and file profile versions"},
        {"experimental_features_enabled", "global", "enable/disable experimental features"},
        {"explain_query", "global", "explain query plan"},
        {"help", "global", "return list of pragma supported"},
        {"integrity_check", "global", "performs integrity checks on ECDb"},
        {"parse_tree", "global", "parse_tree(ecsql) return parse tree of ecsql."},
        {"purge_orphan_relationships", "global", "removes orphaned link-table relationships from ECDb"},
        {"validate_ecsql_writes", "global", "validate values in ECSql insert statements."},
        {"disqualify_type_index", "class", "set/get disqualify_type_index flag for a given ECClass"}
    };

    private final ReadConnection connection;
    private final Map<Pragma, Boolean> switches = new HashMap<>();
    private final Set<Long> disqualified = new HashSet<>();

    PragmaRows(ReadConnection connection) {
        this.connection = connection;
    }

    /** SQL that gives the rows of the statement. */
    String sql(Statement.Pragma statement) {
        Pragma pragma = Pragma.of(statement, Door.READER);
        return switch (pragma) {
            case CHECKSUM ->
                row(text(Checksum.of(connection.database(), value(statement).text())));
            case DB_LIST -> databases();
            case DISQUALIFY_TYPE_INDEX -> disqualify(statement);
            case ECDB_VER -> row(text(CURRENT_PROFILE), text(fileProfile()));
            case EXPERIMENTAL_FEATURES_ENABLED, VALIDATE_ECSQL_WRITES -> toggle(pragma, statement);
            case ECSQL_VER -> row(text(ECSQL_VERSION));
            case EXPLAIN_QUERY -> plan(statement, value(statement).text());
            case HELP -> help();
            case INTEGRITY_CHECK -> integrity(statement);
            case PURGE_ORPHAN_RELATIONSHIPS -> rows(List.of(), 1);
            case SQLITE_SQL ->
                row(text(compiled(statement, value(statement).text()).sql()));
        };
    }

    private static PragmaValue value(Statement.Pragma statement) {
        PragmaValue value = statement.value();
        if (value == null) {
            throw ECSqlFailure.of("PRAGMA " + statement.name().text() + " needs a value.");
        }
        return value;
    }

    private static String text(@Nullable String text) {
        return text == null ? "NULL" : '\'' + text.replace("'", "''") + '\'';
    }

    private static String row(String... values) {
        return "SELECT " + String.join(",", values);
    }

    private static String rows(List<String> rows, int columns) {
        return rows.isEmpty()
                ? "SELECT " + "NULL,".repeat(columns - 1) + "NULL WHERE 0"
                : String.join(" UNION ALL ", rows);
    }

    private static boolean isTrue(PragmaValue value) {
        return !value.text().equalsIgnoreCase("false")
                && !value.text().equals("0")
                && value.kind() != PragmaValue.Kind.NULL;
    }

    private String toggle(Pragma pragma, Statement.Pragma statement) {
        PragmaValue value = statement.value();
        if (value != null && statement.assigned() && value.kind() == PragmaValue.Kind.BOOLEAN) {
            switches.put(pragma, isTrue(value));
        }
        return row(Boolean.TRUE.equals(switches.get(pragma)) ? "1" : "0");
    }

    private String disqualify(Statement.Pragma statement) {
        String schema = statement.target().get(0).text();
        String name = statement.target().get(1).text();
        ECClass ecClass = connection.engine().schemas().tryClass(schema, name);
        if (ecClass == null) {
            throw ECSqlFailure.of("Unrecognized object path '" + schema + '.' + name
                    + "' specified for pragma 'disqualify_type_index'");
        }
        PragmaValue value = statement.value();
        if (value == null) {
            return row(disqualified.contains(ecClass.id()) ? "1" : "0");
        }
        if (isTrue(value)) {
            disqualified.add(ecClass.id());
        } else {
            disqualified.remove(ecClass.id());
        }
        return rows(List.of(), 1);
    }

    private String integrity(Statement.Pragma statement) {
        List<String> rows = new ArrayList<>();
        for (List<String> values : new IntegrityRows(connection).of(statement)) {
            StringBuilder row = new StringBuilder("(").append(rows.size() + 1);
            for (String value : values) {
                row.append(',').append(text(value));
            }
            rows.add(row.append(')').toString());
        }
        // VALUES has no limit of terms, unlike UNION ALL.
        return rows.isEmpty()
                ? rows(List.of(), IntegrityCheck.columns(statement).length)
                : "VALUES " + String.join(",", rows);
    }

    private String databases() {
        List<String> rows = new ArrayList<>();
        boolean temporary = false;
        try (SqliteStatement list = connection.database().prepare("PRAGMA database_list")) {
            while (list.step()) {
                String alias = list.columnText(1);
                temporary |= "temp".equals(alias);
                String profile = "main".equals(alias) ? "ECDb" : "SQLite";
                rows.add(row(Integer.toString(rows.size()), text(alias), text(list.columnText(2)), text(profile)));
            }
        }
        if (!temporary) {
            rows.add(row(Integer.toString(rows.size()), "'temp'", "''", "'SQLite'"));
        }
        return rows(rows, 4);
    }

    private String fileProfile() {
        try (SqliteStatement version = connection
                .database()
                .prepare("SELECT StrData FROM be_Prop WHERE Namespace='ec_Db' AND Name='SchemaVersion'")) {
            String json = version.step() ? version.columnText(0) : null;
            return json != null && Json.parse(json) instanceof JsonObject object
                    ? part(object, "major")
                            + '.'
                            + part(object, "minor")
                            + '.'
                            + part(object, "sub1")
                            + '.'
                            + part(object, "sub2")
                    : "";
        }
    }

    private static String part(JsonObject version, String name) {
        JsonValue.Number number = version.number(name);
        return number == null ? "0" : Long.toString(number.exact());
    }

    private CompiledQuery compiled(Statement.Pragma statement, String ecsql) {
        try {
            return connection.compile(ecsql, Door.STATEMENT);
        } catch (IModelException failure) {
            throw ECSqlFailure.of(
                    "PRAGMA " + statement.name().text().toLowerCase(Locale.ROOT) + " failed to prepare ECSQL query.");
        }
    }

    private String plan(Statement.Pragma statement, String ecsql) {
        CompiledQuery query = compiled(statement, ecsql);
        List<String> rows = new ArrayList<>();
        try (StatementCache.Lease lease = connection.acquire("EXPLAIN QUERY PLAN " + query.sql())) {
            SqliteStatement plan = lease.statement();
            while (plan.step()) {
                rows.add(row(
                        Long.toString(plan.columnLong(0)),
                        Long.toString(plan.columnLong(1)),
                        Long.toString(plan.columnLong(2)),
                        text(plan.columnText(3))));
            }
        }
        return rows(rows, 4);
    }

    private static String help() {
        List<String> rows = new ArrayList<>();
        for (String[] each : HELP) {
            rows.add(row(text(each[0]), text(each[1]), text(each[2])));
        }
        return rows(rows, 3);
    }
}
