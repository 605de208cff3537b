package org.imodel4j.parquet;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowFileFormat;
import org.imodel4j.ecsql.run.RowFileOptions;

/**
 * Writes rows as an Apache Parquet file with gzip pages. Every column may be null.
 *
 * <table>
 * <caption>What an EC type becomes</caption>
 * <tr><th>EC</th><th>Parquet</th></tr>
 * <tr><td>id</td><td>INT64, or STRING in hex</td></tr>
 * <tr><td>class id</td><td>STRING with the name of the class where rows of JSON have that, else as an id</td></tr>
 * <tr><td>int</td><td>INT32 for a property; INT64 for a computed value, which can be larger</td></tr>
 * <tr><td>long, double, boolean</td><td>INT64, DOUBLE, BOOLEAN</td></tr>
 * <tr><td>string</td><td>STRING</td></tr>
 * <tr><td>dateTime</td><td>TIMESTAMP in microseconds, adjusted to UTC when its DateTimeInfo says UTC, else local; DATE or TIME
 *     when it says so</td></tr>
 * <tr><td>binary, geometry</td><td>BYTE_ARRAY; geometry streams unpacked</td></tr>
 * <tr><td>GUID</td><td>UUID</td></tr>
 * <tr><td>point</td><td>a group of DOUBLE</td></tr>
 * <tr><td>navigation</td><td>a group of the id and the relationship class</td></tr>
 * <tr><td>struct</td><td>a group</td></tr>
 * <tr><td>array</td><td>LIST of the item's type, without the items that are null</td></tr>
 * <tr><td>what each row decides, such as {@code $}</td><td>STRING; what is no text as JSON</td></tr>
 * </table>
 */
public final class ParquetFormat implements RowFileFormat {
    /** Of this much memory a few are in use at a time. Larger groups compress no better and need a larger heap. */
    private static final long ROW_GROUP = 32L << 20;

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public void write(ECSqlCursor cursor, ECSchemas schemas, RowFileOptions options, OutputStream out, Runnable eachRow)
            throws IOException {
        Rows rows = new Rows(new Columns(schemas, options).of(cursor.query()));
        try (ParquetWriter<ECSqlCursor> writer = new Builder(new StreamFile(out), rows).build()) {
            while (cursor.step()) {
                writer.write(cursor);
                eachRow.run();
            }
        }
        out.flush();
    }

    private static final class Builder extends ParquetWriter.Builder<ECSqlCursor, Builder> {
        private final Rows rows;

        Builder(OutputFile file, Rows rows) {
            super(file);
            this.rows = rows;
            withConf(new PlainParquetConfiguration());
            withCompressionCodec(CompressionCodecName.GZIP);
            withCodecFactory(new GzipPages());
            withRowGroupSize(ROW_GROUP);
            // The second version of pages is not understood by all readers.
            withWriterVersion(WriterVersion.PARQUET_1_0);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<ECSqlCursor> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return rows;
        }

        @Override
        protected WriteSupport<ECSqlCursor> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }
    }
}
