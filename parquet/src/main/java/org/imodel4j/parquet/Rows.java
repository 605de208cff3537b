package org.imodel4j.parquet;

import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.jspecify.annotations.Nullable;

/** Gives Parquet the current row of a cursor, column by column, without making an object of it. */
final class Rows extends WriteSupport<ECSqlCursor> {
    private final MessageType schema;
    private final List<Column> columns;
    private @Nullable RecordConsumer out;

    Rows(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.schema =
                new MessageType("rows", columns.stream().<Type>map(Column::type).toList());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        out = recordConsumer;
    }

    @Override
    public void write(ECSqlCursor row) {
        RecordConsumer to = out;
        if (to == null) {
            throw new IllegalStateException("write before prepareForWrite");
        }
        to.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(row, to, i);
        }
        to.endMessage();
    }
}
