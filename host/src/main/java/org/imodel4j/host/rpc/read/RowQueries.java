package org.imodel4j.host.rpc.read;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.QueryOrder;
import org.imodel4j.host.QueryPool;
import org.imodel4j.host.QueryRefusedException;
import org.imodel4j.host.QueryStatus;
import org.imodel4j.host.QueryTicket;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Hands questions to the query threads and their answers to the wire: small ones whole, others while they come into being. Any
 * thread may use it.
 */
final class RowQueries {
    private static final int CHUNK = 32 << 10;
    private static final int KEPT = 16;

    private final ArrayBlockingQueue<Output> unused = new ArrayBlockingQueue<>(KEPT);

    RpcResult answer(RpcCall call, ServedIModel iModel, RowQuery question, RowDialect dialect) {
        QueryPool pool = call.host().queries();
        Answer answer = new Answer();
        QueryTicket<Output> ticket = pool.submit(order(call, iModel, question), t -> {
            Output output = acquire(t);
            answer.output = output;
            new RowRun(question, dialect, pool, output.pipe, output.json, t).run(iModel);
            return output;
        });
        call.whenAbandoned(ticket::cancel);
        if (!ticket.awaitProgress()) {
            return new RpcResult.Streamed(out -> send(ticket, answer, out));
        }
        Output output;
        try {
            output = ticket.await();
        } catch (QueryRefusedException e) {
            return RpcResult.json(refusal(e.status(), ticket, question, dialect));
        }
        return output.pipe.isUsed()
                ? new RpcResult.Streamed(out -> send(ticket, answer, out))
                : new RpcResult.Text(output.json, () -> recycle(output));
    }

    /** An answer that stands whole in the writer when the work has ended; the quota bounds its size. */
    JsonWriter whole(RpcCall call, ServedIModel iModel, RowQuery question, RowDialect dialect) {
        QueryPool pool = call.host().queries();
        QueryTicket<JsonWriter> ticket = pool.submit(order(call, iModel, question), t -> {
            JsonWriter json = new JsonWriter(CHUNK);
            new RowRun(question, dialect, pool, new RowPipe(), json, t).run(iModel);
            return json;
        });
        call.whenAbandoned(ticket::cancel);
        try {
            return ticket.await();
        } catch (QueryRefusedException e) {
            return refusal(e.status(), ticket, question, dialect);
        }
    }

    private static QueryOrder order(RpcCall call, ServedIModel iModel, RowQuery question) {
        return new QueryOrder(
                iModel,
                call.activity().sessionId(),
                question.priority(),
                question.timeLimit(),
                restartToken(call, question.restartToken()));
    }

    /** Tokens of different sessions have nothing to do with each other, even when they are equal. */
    private static @Nullable String restartToken(RpcCall call, @Nullable String token) {
        return token == null || token.isEmpty() ? null : call.activity().sessionId() + '/' + token;
    }

    private static JsonWriter refusal(
            QueryStatus status, QueryTicket<?> ticket, RowQuery question, RowDialect dialect) {
        JsonWriter json = new JsonWriter();
        QueryStats stats = QueryStats.none(ticket.timeLimitNanos() / 1_000_000, question.memLimit());
        dialect.failure(json, status, status == QueryStatus.CANCEL ? "cancelled" : "", stats);
        return json;
    }

    private void send(QueryTicket<Output> ticket, Answer answer, OutputStream out) throws IOException {
        boolean ended = false;
        try {
            while (true) {
                Output output = answer.output;
                if (output != null) {
                    output.pipe.drainTo(out);
                }
                if (ended) {
                    break;
                }
                ended = ticket.awaitProgress();
            }
            Output output = ticket.await();
            output.json.copyTo(out);
            recycle(output);
        } catch (IOException | IModelException e) {
            Output output = answer.output;
            if (output != null) {
                output.pipe.abandon();
            }
            ticket.cancel();
            throw e instanceof IOException io ? io : new IOException("an answer broke off", e);
        }
    }

    private Output acquire(QueryTicket<?> ticket) {
        Output output = unused.poll();
        if (output == null) {
            output = new Output();
        }
        output.pipe.open(ticket);
        return output;
    }

    private void recycle(Output output) {
        output.json.reset();
        unused.offer(output);
    }

    /** Where the thread of the request finds the output of the query thread. */
    private static final class Answer {
        private volatile @Nullable Output output;
    }

    /** The buffers of one answer; they are large, so they are used again. */
    private static final class Output {
        private final RowPipe pipe = new RowPipe();
        private final JsonWriter json = new JsonWriter(pipe, CHUNK);
    }
}
