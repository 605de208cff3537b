package org.imodel4j.ecsql.run;

import java.util.Locale;
import org.imodel4j.ecsql.parse.Statement;
import org.jspecify.annotations.Nullable;

/** The checks of {@code PRAGMA integrity_check}, in the order in which they run, with the columns that describe what fails. */
enum IntegrityCheck {
    CHECK_DATA_COLUMNS("table", "column"),
    CHECK_EC_PROFILE("type", "name", "issue"),
    CHECK_NAV_CLASS_IDS("id", "class", "property", "nav_id", "nav_classId"),
    CHECK_NAV_IDS("id", "class", "property", "nav_id", "primary_class"),
    CHECK_LINKTABLE_FK_CLASS_IDS("id", "relationship", "property", "key_id", "key_classId"),
    CHECK_LINKTABLE_FK_IDS("id", "relationship", "property", "key_id", "primary_class"),
    CHECK_CLASS_IDS("class", "id", "class_id", "type"),
    CHECK_DATA_SCHEMA("type", "name"),
    CHECK_SCHEMA_LOAD("schema"),
    /** Runs only when it is asked for by name. */
    CHECK_MISSING_CHILD_ROWS("class", "id", "class_id", "MissingRowInTables");

    private final String[] details;

    IntegrityCheck(String... details) {
        this.details = details;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    int details() {
        return details.length;
    }

    /** The check that a statement names; null when it names none that exists, which asks for all of them. */
    static @Nullable IntegrityCheck of(Statement.Pragma statement) {
        for (IntegrityCheck check : values()) {
            if (statement.value() != null
                    && check.text().equalsIgnoreCase(statement.value().text())) {
                return check;
            }
        }
        return null;
    }

    /** Columns as {@link Pragma} marks them. */
    static String[] columns(Statement.Pragma statement) {
        IntegrityCheck check = of(statement);
        if (check == null) {
            return new String[] {"#sno", "check", "?result", "elapsed_sec"};
        }
        String[] columns = new String[check.details.length + 1];
        columns[0] = "#sno";
        System.arraycopy(check.details, 0, columns, 1, check.details.length);
        return columns;
    }
}
