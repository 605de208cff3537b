package org.imodel4j.host.ipc;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What the backend asked of one frontend and waits for. Each question has a channel of its own, on which the frontend sends one datum. */
final class FrontendCalls {
    static final String GONE = "the frontend is gone before it responded";

    private final AtomicLong count = new AtomicLong();
    private final Map<String, CompletableFuture<IpcArguments>> waiting = new ConcurrentHashMap<>();

    Waiting begin(String channelStart) {
        Waiting begun = new Waiting(channelStart + count.incrementAndGet(), new CompletableFuture<>());
        waiting.put(begun.responseChannel(), begun.future());
        return begun;
    }

    void end(Waiting begun) {
        waiting.remove(begun.responseChannel());
    }

    /** Whether what arrived is an answer that somebody waits for. */
    boolean answered(String channel, IpcArguments data) {
        CompletableFuture<IpcArguments> future = waiting.remove(channel);
        return future != null && future.complete(data);
    }

    void abandon(String why) {
        waiting.values().forEach(future -> future.completeExceptionally(IpcErrors.refusal(why)));
    }

    /** One question. */
    record Waiting(String responseChannel, CompletableFuture<IpcArguments> future) {
        IpcArguments await(Duration limit) {
            try {
                return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new IModelException(Status.SERVER_TIMEOUT, "the frontend did not respond in time", e)
                        .with("channel", responseChannel);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IModelException own ? own : IpcErrors.defect(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IModelException(Status.ABORTED, "interrupted while waiting for the frontend", e);
            }
        }
    }

    /** What a function of a frontend answered, as a Java value; throws what it threw. */
    static @Nullable Object result(IpcArguments answer, Type type) {
        JsonObject datum = answer.object(0);
        JsonValue error = datum.get("error");
        if (error != null) {
            throw error instanceof JsonObject object ? thrown(object) : IpcErrors.refusal(String.valueOf(error));
        }
        JsonValue result = datum.get("result");
        if (type == void.class || result == null || result instanceof JsonValue.Null) {
            return null;
        }
        Object value = ValueReader.of(type).read(result, answer.binary());
        if (value == null) {
            throw new IModelException(Status.BAD_ARG, "the frontend answered a value of another type");
        }
        return value;
    }

    private static IModelException thrown(JsonObject error) {
        String message = error.text("message");
        JsonValue.Number number = error.number("errorNumber");
        return new IModelException(
                number == null ? IpcErrors.UNNUMBERED : (int) number.value(),
                ErrorKind.USER,
                message == null ? "the frontend failed" : message,
                null);
    }
}
