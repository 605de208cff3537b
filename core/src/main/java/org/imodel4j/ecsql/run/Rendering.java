package org.imodel4j.ecsql.run;

/**
 * How values are written.
 *
 * @param classNames class ids become names
 * @param instance the style of {@code $}: doubles and longs have a decimal point
 */
record Rendering(ValueFormat format, boolean abbreviateBlobs, boolean classNames, boolean instance) {
    static Rendering of(ValueFormat format, RowOptions options) {
        return new Rendering(
                format, options.abbreviateBlobs(), format == ValueFormat.JS_NAMES || options.classIdsToNames(), false);
    }

    boolean js() {
        return format == ValueFormat.JS_NAMES;
    }

    /** A member name of a struct. */
    String memberName(String name) {
        return js() ? ColumnNames.lowerFirst(name) : name;
    }
}
