package org.imodel4j.host.ipc;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One frontend that is connected. Any thread may use it. Its calls are begun in the order in which they arrive and answered, to it alone, in
 * the order in which they are done.
 */
public final class IpcConnection {
    private static final Logger LOG = LoggerFactory.getLogger(IpcConnection.class);

    private final IpcSocket socket;
    private final Consumer<IpcClose> end;
    private final long id;
    private final HostEnvironment environment;
    private final OpenCalls calls;
    private final Outbox outbox;
    private final FrontendCalls asked = new FrontendCalls();
    private final AtomicBoolean over = new AtomicBoolean();
    private final FrontendRelease release = new FrontendRelease();

    /** @param end ends the connection below this one */
    IpcConnection(IpcSocket socket, Consumer<IpcClose> end, long id) {
        this.socket = socket;
        this.end = end;
        this.id = id;
        this.environment = socket.environment();
        this.calls = new OpenCalls(socket.limits().openInvokes());
        this.outbox = new Outbox(environment, socket.limits().unreadBytes(), this::broken);
    }

    /** Tells connections of one host apart; never used again. */
    public long id() {
        return id;
    }

    /** The oldest generation that the frontend can be of, as far as its calls tell yet. */
    public Generation generation() {
        return release.generation();
    }

    public boolean isOpen() {
        return !over.get();
    }

    /** Sends data to the listeners of a channel in this frontend; to nobody when it is gone. */
    public void send(IpcChannel channel, @Nullable Object... data) {
        List<byte[]> binary = new ArrayList<>();
        push(channel, IpcValue.arrayOf(data, binary), binary);
    }

    void push(IpcChannel channel, byte[] data, List<byte[]> binary) {
        boolean one = channel.name().equals(channel.oldName());
        Boolean newNames = release.newNames();
        if (one || !Boolean.FALSE.equals(newNames)) {
            outbox.put(new Outgoing(IpcChannel.PREFIX + channel.name(), 0, data, binary));
        }
        if (!one && !Boolean.TRUE.equals(newNames)) {
            outbox.put(new Outgoing(IpcChannel.PREFIX + channel.oldName(), 0, data, binary));
        }
    }

    /** An object whose methods, all of them void, notify this frontend, unless it is too old to know the notification. */
    public <T> T notifications(IpcChannel channel, Class<T> type) {
        return IpcProxy.ofNotifications(type, (method, arguments) -> {
            if (knows(method)) {
                send(channel, IpcSocket.withName(method.getName(), arguments));
            }
            return null;
        });
    }

    boolean knows(Method notification) {
        KnownSince since = notification.getAnnotation(KnownSince.class);
        return since == null || generation().compareTo(since.value()) >= 0;
    }

    /**
     * Calls the handler that the frontend has for a channel and waits for its answer. Frontends before 5.13 have no handlers and never answer.
     *
     * @throws IModelException when the time is over or the frontend is gone; the wait is interrupted with the thread
     */
    public IpcArguments invoke(IpcChannel channel, Duration limit, @Nullable Object... data) {
        FrontendCalls.Waiting waiting = asked.begin(IpcChannel.PREFIX + channel.name() + "-invoke_response-");
        try {
            send(channel, IpcSocket.withName(waiting.responseChannel(), data));
            if (!isOpen()) {
                asked.abandon(FrontendCalls.GONE);
            }
            return waiting.await(limit);
        } finally {
            asked.end(waiting);
        }
    }

    /** An object whose methods call the functions of a handler in this frontend and wait for them, each as long as the limit. */
    public <T> T functions(IpcChannel channel, Class<T> type, Duration limit) {
        return IpcProxy.of(type, (method, arguments) -> {
            IpcArguments answer = invoke(channel, limit, IpcSocket.withName(method.getName(), arguments));
            return FrontendCalls.result(answer, method.getGenericReturnType());
        });
    }

    /** Ends this connection and tells the frontend why. */
    public void close(IpcClose reason) {
        if (over.compareAndSet(false, true)) {
            LOG.debug("Connection {} is closed: {}", id, reason.text());
            end.accept(reason);
            finish(
                    reason == IpcClose.GOING_AWAY
                            ? "IpcHost was shut down before the frontend responded"
                            : FrontendCalls.GONE);
        }
    }

    private void broken(@Nullable IpcClose reason) {
        if (reason != null) {
            LOG.atWarn().addKeyValue("connection", id).log("A frontend was cut off: {}", reason.text());
        }
        close(reason == null ? IpcClose.protocol("the connection broke") : reason);
    }

    private void finish(String why) {
        outbox.close();
        calls.abandon();
        asked.abandon(why);
        socket.removed(this);
    }

    /** The incoming side of a transport that carries frames of ours. */
    IpcReceiver receiver(IpcTransport transport) {
        return new Receiver(transport);
    }

    /** The incoming side of a carrier, which needs not be asked for its dialect. */
    IpcInlet inlet(IpcCarrier carrier) {
        outbox.start(new Carried(carrier));
        return new Inlet();
    }

    private void ended() {
        if (over.compareAndSet(false, true)) {
            finish(FrontendCalls.GONE);
        }
    }

    /** @param begin begins the work of a call beside the thread that reads */
    private void arrived(IpcMessage message, Consumer<Runnable> begin) {
        if (over.get()) {
            return;
        }
        if (message.isInvoke()) {
            invoked(message, begin);
        } else {
            IpcArguments data = new IpcArguments(message.data(), message.binary());
            if (!asked.answered(message.channel(), data)) {
                socket.heard(this, message.channel(), data);
            }
        }
    }

    private void invoked(IpcMessage message, Consumer<Runnable> begin) {
        IpcHandler handler = socket.tryHandler(message.channel());
        OpenCalls.Entry entry = handler == null ? null : calls.tryBegin();
        if (handler == null || entry == null) {
            fail(message.channel(), message.request(), handler == null ? unknown(message) : tooMany());
            return;
        }
        String channel = message.channel().substring(IpcChannel.PREFIX.length());
        IpcArguments arguments = new IpcArguments(message.data(), message.binary());
        release.called(channel, message.method(), arguments);
        IpcCall call = new IpcCall(this, channel, message.method(), arguments, entry);
        begin.accept(() -> outbox.putAndWrite(answered(message, handler, call), calls.end(entry)));
    }

    private static Outgoing answered(IpcMessage message, IpcHandler handler, IpcCall call) {
        try {
            IpcValue value = handler.call(call);
            return new Outgoing(message.channel(), message.request(), success(value), value.binary(), value.body());
        } catch (IModelException e) {
            LOG.debug("{} of {} failed", call.method(), call.channel(), e);
            return failure(message.channel(), message.request(), e);
        } catch (RuntimeException | Error e) {
            LOG.error("{} of {} failed", call.method(), call.channel(), e);
            return failure(message.channel(), message.request(), IpcErrors.defect(e));
        }
    }

    private static byte[] success(IpcValue value) {
        JsonWriter data = new JsonWriter();
        data.beginObject();
        byte[] json = value.json();
        if (json != null) {
            data.name("result").raw(json, 0, json.length);
        }
        return data.endObject().bytes();
    }

    /**
     * Does work for this frontend at once and beside everything else, as one of its calls. Protocols that bring calls as plain messages use it.
     *
     * @param call is given what takes actions to run when the frontend goes before the call ends
     * @return false, and nothing is done, when too many calls wait for their answers
     */
    public boolean beginCall(Consumer<Consumer<Runnable>> call) {
        OpenCalls.Entry entry = calls.tryBegin();
        if (entry == null) {
            return false;
        }
        environment.begin(
                () -> {
                    try {
                        call.accept(entry::whenAbandoned);
                    } finally {
                        calls.end(entry);
                    }
                },
                "ipc-call");
        return true;
    }

    private void fail(String channel, long request, IModelException e) {
        outbox.put(failure(channel, request, e));
    }

    private static Outgoing failure(String channel, long request, IModelException e) {
        return new Outgoing(channel, request, IpcErrors.answer(e), List.of());
    }

    private void flawed(String channel, long request, String problem) {
        if (request > 0) {
            fail(channel, request, IpcErrors.refusal(problem));
        } else {
            close(IpcClose.protocol(problem));
        }
    }

    private static IModelException unknown(IpcMessage message) {
        return IpcErrors.refusal("nothing handles the channel " + IpcErrors.shown(message.channel()));
    }

    private static IModelException tooMany() {
        return IpcErrors.refusal("too many calls wait for their answers");
    }

    /** The incoming side; used by the thread that reads. */
    private final class Receiver implements IpcReceiver {
        private final Sequencer sequencer = new Sequencer(socket.limits(), System::nanoTime);
        private final IpcTransport transport;
        private @Nullable MessageReader reader;
        private boolean deaf;

        Receiver(IpcTransport transport) {
            this.transport = transport;
        }

        @Override
        public void text(byte[] utf8) {
            MessageReader known = reader;
            if (known == null) {
                IpcDialect dialect = IpcDialect.of(utf8);
                known = new MessageReader(dialect, socket.limits());
                reader = known;
                release.speaks(dialect);
                outbox.start(new MessageWriter(dialect, transport));
            }
            deliver(known.text(utf8));
        }

        @Override
        public void binary(byte[] bytes) {
            deliver(
                    reader == null
                            ? List.of(new Arrival.Breach(IpcClose.protocol("a binary frame before any message")))
                            : reader.binary(bytes));
        }

        @Override
        public void ended() {
            IpcConnection.this.ended();
        }

        @Override
        public void whenReady(Runnable readOn) {
            outbox.whenRoom(readOn);
        }

        private void deliver(List<Arrival> arrived) {
            for (Arrival arrival : arrived) {
                for (Arrival next : sequencer.next(arrival)) {
                    if (!deaf && !over.get()) {
                        deliver(next);
                    }
                }
            }
        }

        private void deliver(Arrival arrival) {
            switch (arrival) {
                case Arrival.Whole whole -> arrived(whole.message(), work -> transport.begin(environment, work));
                case Arrival.Flawed flawed -> {
                    if (flawed.request() > 0) {
                        flawed(flawed.channel(), flawed.request(), flawed.problem());
                    } else {
                        endWith(IpcClose.protocol(flawed.problem()));
                    }
                }
                case Arrival.Breach breach -> endWith(breach.reason());
            }
        }

        /** Beside this thread, since those who are told may take their time. */
        private void endWith(IpcClose reason) {
            deaf = true;
            environment.begin(() -> close(reason), "ipc-close");
        }
    }

    /** The incoming side of a carrier. */
    private final class Inlet implements IpcInlet {
        @Override
        public IpcConnection connection() {
            return IpcConnection.this;
        }

        @Override
        public void numbered() {
            release.speaks(IpcDialect.FRAMED);
        }

        @Override
        public void arrived(IpcMessage message) {
            IpcConnection.this.arrived(message, work -> environment.begin(work, "ipc-call"));
        }

        @Override
        public void flawed(String channel, long request, String problem) {
            IpcConnection.this.flawed(channel, request, problem);
        }

        @Override
        public void send(IpcOutput output) {
            outbox.put(output);
        }

        @Override
        public void ended() {
            IpcConnection.this.ended();
        }

        @Override
        public void whenReady(Runnable readOn) {
            outbox.whenRoom(readOn);
        }
    }

    /** Sends through a carrier, which sends at once. */
    private record Carried(IpcCarrier carrier) implements Outbox.Writer {
        @Override
        public void write(IpcOutput output) throws IOException {
            carrier.send(output);
        }

        @Override
        public void flush() {}
    }
}
