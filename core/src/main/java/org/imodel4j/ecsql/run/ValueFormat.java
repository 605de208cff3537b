package org.imodel4j.ecsql.run;

/** How values inside a row are spelled; the number is that of a query request. */
public enum ValueFormat {
    /** Ids of classes, {@code X}, {@code Id}, {@code RelECClassId}. */
    ECSQL_NAMES(0),
    /** Names of classes, {@code x}, {@code id}, {@code relClassName}. */
    JS_NAMES(1);

    private final int code;

    ValueFormat(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The format of a number in a request; everything but 1 means 0, as the reference has it. */
    public static ValueFormat of(int code) {
        return code == JS_NAMES.code ? JS_NAMES : ECSQL_NAMES;
    }
}
