package org.imodel4j.ecsql.run;

import java.io.IOException;
import java.io.OutputStream;
import org.imodel4j.ec.ECSchemas;

/** A file format for the rows of a query. Found as a service, so that a format and what it needs can be left out. */
public interface RowFileFormat {
    /** The name by which users ask for it, in lower case. */
    String name();

    /**
     * Writes all rows that the cursor still has; holds no more than a bounded part of them.
     *
     * @param schemas of the file that the rows come from
     * @param out gets the whole file; is flushed and stays open
     * @param eachRow is told of every row
     * @throws IOException {@code out} does not take it
     * @throws org.imodel4j.error.IModelException a row can't be read, or holds what the format has no form for
     */
    void write(ECSqlCursor cursor, ECSchemas schemas, RowFileOptions options, OutputStream out, Runnable eachRow)
            throws IOException;
}
