package org.imodel4j.host.rpc;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imodel4j.bis.ConnectionSource;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.QueryOrder;
import org.imodel4j.host.QueryRefusedException;
import org.imodel4j.host.QueryTicket;
import org.imodel4j.host.QueryWork;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation. Used by the thread of its request.
 *
 * <p>Arguments are counted from 0, the token included. A frontend sends {@code null} for an argument that it leaves out, so
 * the two are not told apart. The getters that must find something fail with BadArg naming the argument.
 */
public final class RpcCall {
    private final IModelHost host;
    private final RpcActivity activity;
    private final RpcUrl url;
    private final RpcArguments arguments;
    private final RpcAccess access;
    private final Consumer<Runnable> whenAbandoned;
    private boolean cacheable = true;

    RpcCall(
            IModelHost host,
            RpcActivity activity,
            RpcUrl url,
            RpcArguments arguments,
            RpcAccess access,
            Consumer<Runnable> whenAbandoned) {
        this.host = host;
        this.activity = activity;
        this.url = url;
        this.arguments = arguments;
        this.access = access;
        this.whenAbandoned = whenAbandoned;
    }

    public IModelHost host() {
        return host;
    }

    /** Who calls. */
    public RpcActivity activity() {
        return activity;
    }

    /** What the URL says. */
    public RpcUrl url() {
        return url;
    }

    public String operation() {
        return url.operation();
    }

    public int argumentCount() {
        return arguments.values().size();
    }

    /** An argument, or null when it is absent or {@code null}. */
    public @Nullable JsonValue argument(int index) {
        if (index >= arguments.values().size()) {
            return null;
        }
        JsonValue value = arguments.values().get(index);
        return value instanceof JsonValue.Null ? null : value;
    }

    public String text(int index) {
        return argument(index) instanceof JsonValue.Text text ? text.value() : wrong(index, "a string");
    }

    public @Nullable String optionalText(int index) {
        return argument(index) == null ? null : text(index);
    }

    public double number(int index) {
        return argument(index) instanceof JsonValue.Number number
                ? number.value()
                : this.<Double>wrong(index, "a number");
    }

    public JsonObject object(int index) {
        return argument(index) instanceof JsonObject object ? object : wrong(index, "an object");
    }

    public @Nullable JsonObject optionalObject(int index) {
        return argument(index) == null ? null : object(index);
    }

    public JsonArray array(int index) {
        return argument(index) instanceof JsonArray array ? array : wrong(index, "an array");
    }

    /** The byte array that an argument is. */
    public byte[] bytes(int index) {
        JsonValue value = argument(index);
        return value == null ? wrong(index, "a byte array") : bytes(value);
    }

    /** The byte array that a marker inside of an argument stands for. */
    public byte[] bytes(JsonValue marker) {
        List<byte[]> data = arguments.data();
        if (marker instanceof JsonObject object && Boolean.TRUE.equals(object.bool("isBinary"))) {
            JsonValue.Number chunks = object.number("chunks");
            JsonValue.Number index = object.number("index");
            if (chunks != null && chunks.value() == 0) {
                return new byte[0];
            }
            double first = index == null ? -1 : index.value();
            double count = chunks == null ? 1 : chunks.value();
            if (first >= 0 && count >= 1 && first + count <= data.size()) {
                if (count == 1) {
                    return data.get((int) first);
                }
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                for (byte[] chunk : data.subList((int) first, (int) (first + count))) {
                    all.write(chunk, 0, chunk.length);
                }
                return all.toByteArray();
            }
        }
        throw new IModelException(Status.BAD_ARG, "not a byte array of this request");
    }

    /** The token that the first argument is, completed from the URL; BadArg when it is none. */
    public RpcToken token() {
        RpcToken token = tryToken();
        return token == null ? wrong(0, "an iModel token") : token;
    }

    /** The token that the first argument is, or null when it is none. */
    public @Nullable RpcToken tryToken() {
        return RpcToken.inflate(argument(0), url);
    }

    /**
     * The open iModel that the token of this call names. The URL decides: a key of the body that belongs to another iModel is not
     * believed.
     *
     * @throws IModelException the answer that makes a frontend open the iModel again, when it is not open; a refusal, when the caller
     *     has no right to it
     */
    public ServedIModel iModel() {
        JsonValue argument = argument(0);
        if (argument == null) {
            wrong(0, "an iModel token");
        }
        RpcToken token = tryToken();
        ServedIModel served = null;
        if (token != null) {
            served = host.openIModels().tryKey(token.key());
            if (served == null || !served.iModelId().equalsIgnoreCase(token.iModelId())) {
                served = host.openIModels().tryCheckpoint(token.iModelId(), token.changesetId());
            }
        }
        if (served == null) {
            throw new IModelNotOpenException();
        }
        checkAccess(served);
        return served;
    }

    /** Refuses the call when its caller has no right to an iModel; notes whether its answer may be kept. */
    public void checkAccess(ServedIModel iModel) {
        RpcAccess.Decision decision = access.mayRead(activity, iModel);
        if (decision != RpcAccess.Decision.ALLOW) {
            throw new RpcRefusedException(decision);
        }
        if (iModel.canChange()) {
            mustNotBeKept();
        }
    }

    /**
     * Runs work with a connection of an iModel on one of the host's query threads and waits for it. The work is stopped when its time
     * is over or the client is gone.
     */
    public <T> T read(ServedIModel iModel, Function<ReadConnection, T> work) {
        return onQueryThread(
                iModel,
                ticket -> iModel.read(
                        connection -> ticket.interruptibly(connection::interrupt, () -> work.apply(connection))));
    }

    /** As {@link #read}, for work that asks for a connection by itself; it may hold one at a time. */
    public <T> T readWith(ServedIModel iModel, Function<ConnectionSource, T> work) {
        return read(iModel, connection -> work.apply(new Borrowed(connection)));
    }

    private record Borrowed(ReadConnection connection) implements ConnectionSource {
        @Override
        public <T> T read(Function<ReadConnection, T> work) {
            return work.apply(connection);
        }
    }

    /** Runs work that finds its connections by itself on one of the host's query threads and waits for it. */
    public <T> T use(ServedIModel iModel, Supplier<T> work) {
        return onQueryThread(iModel, ticket -> iModel.use(work));
    }

    private <T> T onQueryThread(ServedIModel iModel, QueryWork<T> work) {
        QueryTicket<T> ticket = host.queries().submit(QueryOrder.of(iModel, activity.sessionId()), work);
        whenAbandoned(ticket::cancel);
        try {
            return ticket.await();
        } catch (QueryRefusedException e) {
            throw e;
        } catch (IModelException e) {
            if (e.errorNumber() == Status.BE_SQLITE_INTERRUPT.number() && ticket.stopReason() != null) {
                throw new IModelException(Status.SERVER_TIMEOUT, "the time allowed was over", e);
            }
            throw e;
        }
    }

    /** Whether a backend of one version of an interface serves a frontend of another. */
    public static boolean isVersionCompatible(String backend, String frontend) {
        return RpcVersion.isCompatible(backend, frontend);
    }

    /** Says that the answer comes from something that can still change, so that nobody may keep it. */
    public void mustNotBeKept() {
        cacheable = false;
    }

    boolean mayBeKept() {
        return cacheable;
    }

    /** Asks to be told, in any thread, when nobody waits for the answer any longer. */
    public void whenAbandoned(Runnable action) {
        whenAbandoned.accept(action);
    }

    private <T> T wrong(int index, String expected) {
        throw new IModelException(
                Status.BAD_ARG, "argument " + index + " of " + url.operation() + " has to be " + expected);
    }
}
