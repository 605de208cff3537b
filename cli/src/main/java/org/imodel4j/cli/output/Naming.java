package org.imodel4j.cli.output;

import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.ValueFormat;

/** How {@code imodel query} names columns and values: as a frontend's JavaScript, as ECSQL, or columns by position. */
public enum Naming {
    js(RowFormat.JS, ValueFormat.JS_NAMES),
    ecsql(RowFormat.ECSQL, ValueFormat.ECSQL_NAMES),
    index(RowFormat.INDEX, ValueFormat.ECSQL_NAMES);

    private final RowFormat rows;
    private final ValueFormat values;

    Naming(RowFormat rows, ValueFormat values) {
        this.rows = rows;
        this.values = values;
    }

    public RowFormat rowFormat() {
        return rows;
    }

    public ValueFormat valueFormat() {
        return values;
    }
}
