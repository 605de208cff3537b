package org.imodel4j.host.rpc.read;

import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.QueryPool;
import org.imodel4j.host.QueryStatus;
import org.imodel4j.host.QueryTicket;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.json.JsonWriter;

/**
 * Runs one question on a query thread and writes its answer, row by row, from the columns to the wire.
 *
 * <p>Quotas end an answer behind a row; an answer always has at least one row when there is one, so that a frontend gets on. Whatever happens,
 * the answer that leaves is well formed.
 */
final class RowRun {
    /** How many rows pass between two looks at the clock. */
    private static final int ROWS_PER_LOOK = 16;

    private final RowQuery question;
    private final RowDialect dialect;
    private final QueryPool pool;
    private final RowPipe pipe;
    private final JsonWriter out;
    private final QueryTicket<?> ticket;
    private QueryStatus status = QueryStatus.DONE;
    private String error = "";
    private long rows;
    private long memUsed;
    private long prepareNanos;

    RowRun(RowQuery question, RowDialect dialect, QueryPool pool, RowPipe pipe, JsonWriter out, QueryTicket<?> ticket) {
        this.question = question;
        this.dialect = dialect;
        this.pool = pool;
        this.pipe = pipe;
        this.out = out;
        this.ticket = ticket;
    }

    /** Leaves the end of the answer in the writer and what came before in the pipe. */
    void run(ServedIModel iModel) {
        long cpuStart = pool.threadCpuNanos();
        boolean begun = iModel.read(this::read);
        long cpuNanos = pool.threadCpuNanos() - cpuStart;
        QueryStats stats = QueryStats.of(ticket, cpuNanos, question.memLimit(), memUsed, prepareNanos);
        boolean failed = status != QueryStatus.DONE && status != QueryStatus.PARTIAL;
        if (!begun || (failed && !pipe.isUsed())) {
            out.reset();
            dialect.failure(out, status, error, stats);
        } else {
            dialect.end(out, status, error, rows, stats);
        }
    }

    private boolean read(ReadConnection connection) {
        return ticket.interruptibly(connection::interrupt, () -> query(connection));
    }

    /** False when there is no answer to go on with. */
    private boolean query(ReadConnection connection) {
        long start = System.nanoTime();
        CompiledQuery query;
        try {
            query = connection.compile(question.ecsql(), Door.READER);
        } catch (IModelException e) {
            return fail(QueryStatus.ERROR_PREPARE, e);
        } finally {
            prepareNanos = System.nanoTime() - start;
        }
        QueryArguments arguments;
        try {
            arguments = question.arguments().get();
        } catch (IModelException e) {
            return fail(QueryStatus.ERROR_BINDING, e);
        }
        ECSqlCursor cursor;
        try {
            cursor = connection.query(query, arguments, question.count(), question.offset());
        } catch (IModelException e) {
            return fail(e.text().startsWith("Preparing") ? QueryStatus.ERROR_PREPARE : QueryStatus.ERROR_BINDING, e);
        }
        try (cursor) {
            dialect.begin(out, query);
            rows(cursor);
        }
        return true;
    }

    private void rows(ECSqlCursor cursor) {
        long start = out.size();
        long maxRows = pool.config().maxRowsAllowed();
        try {
            while (cursor.step()) {
                if (!row(cursor)) {
                    return;
                }
                rows++;
                memUsed = out.size() - start;
                if (memUsed > question.memLimit() || rows >= maxRows || pipe.isStalled()) {
                    status = QueryStatus.PARTIAL;
                    return;
                }
                if (rows % ROWS_PER_LOOK == 0 && ticket.shouldStop()) {
                    stopped();
                    return;
                }
            }
        } catch (IModelException e) {
            fail(QueryStatus.ERROR_STEP, e);
        }
    }

    private boolean row(ECSqlCursor cursor) {
        long mark = out.mark();
        try {
            dialect.row(out, cursor);
            return true;
        } catch (IModelException e) {
            if (!out.rollback(mark)) {
                // A part of the row is out: only a broken connection can still tell that it is wrong.
                throw e;
            }
            fail(QueryStatus.ERROR_ROW_TO_JSON, e);
            return false;
        }
    }

    private void stopped() {
        QueryStatus reason = ticket.stopReason();
        status = reason == null ? QueryStatus.PARTIAL : reason;
    }

    /** An interrupted statement fails wherever it stands, in its preparation too; then the reason is not the failure. */
    private boolean fail(QueryStatus failure, IModelException e) {
        if (ticket.shouldStop()) {
            stopped();
        } else {
            status = failure;
            error = e.text();
        }
        return false;
    }
}
