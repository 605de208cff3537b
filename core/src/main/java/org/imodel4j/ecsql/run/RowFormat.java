package org.imodel4j.ecsql.run;

/** What a row looks like to whoever asked; the number is that of a query request. */
public enum RowFormat {
    /** An object with ECSQL names. */
    ECSQL(0),
    /** An array. */
    INDEX(1),
    /** An object with JavaScript names. */
    JS(2);

    private final int code;

    RowFormat(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    ValueFormat valueFormat() {
        return this == JS ? ValueFormat.JS_NAMES : ValueFormat.ECSQL_NAMES;
    }
}
