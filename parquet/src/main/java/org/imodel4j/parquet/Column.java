package org.imodel4j.parquet;

import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.Type;
import org.imodel4j.ecsql.run.ECSqlCursor;

/** A column of the file, or a member of one that is a group: its type, and what writes its values. */
record Column(Type type, ValueWriter values) {
    /** Writes the value of the current row; nothing for NULL. */
    void write(ECSqlCursor row, RecordConsumer out, int index) {
        if (!values.isNull(row)) {
            String name = type.getName();
            out.startField(name, index);
            values.write(row, out);
            out.endField(name, index);
        }
    }
}
