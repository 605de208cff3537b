package org.imodel4j.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.FutureCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcBody;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcReceiver;
import org.imodel4j.host.ipc.IpcSocket;
import org.imodel4j.host.ipc.IpcTransport;
import org.jspecify.annotations.Nullable;

/** One websocket as the way to a frontend. It holds no thread while nothing moves. */
final class FrontendSocket implements FrameHandler, IpcTransport {
    /** What is written at a time. */
    static final int FRAGMENT = 1 << 20;

    /** What small frames that are gathered may take together. */
    static final int GATHERED = 32 << 10;

    /** The host has limits of its own, which it explains better; these only bound what is collected before it is asked. */
    static final int LARGEST_TEXT = 32 << 20;

    static final int LARGEST_BINARY = 128 << 20;

    /** What is made while it is sent is sent in parts of this size. */
    private static final int STREAMED = 256 << 10;

    /** Frames up to this size are gathered. */
    private static final int SMALL = 8 << 10;

    /** How a call begins; one that begins otherwise only takes the longer way. */
    private static final ByteBuffer CALL =
            BufferUtil.toBuffer("[\"{\\\"type\\\":2,").asReadOnlyBuffer();

    private static final int CLOSE_SECONDS = 5;

    private final IpcSocket ipc;
    private final Executor work;
    private final Scheduler scheduler;
    private final Duration writeTime;
    private final Set<FrontendSocket> open;
    private final List<Runnable> gathered = new ArrayList<>();
    private @Nullable HostEnvironment environmentOfCalls;
    private boolean gathers;
    private ByteArrayOutputStream message = new ByteArrayOutputStream(0);
    private byte kind;
    private @Nullable CoreSession session;
    private @Nullable IpcReceiver receiver;

    /**
     * @param work runs what may take long
     * @param writeTime a client that takes less than a {@link #FRAGMENT} in this time is too slow
     * @param open the sockets that are open, which this one enters and leaves
     */
    FrontendSocket(IpcSocket ipc, Executor work, Scheduler scheduler, Duration writeTime, Set<FrontendSocket> open) {
        this.ipc = ipc;
        this.work = work;
        this.scheduler = scheduler;
        this.writeTime = writeTime;
        this.open = open;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        callback.succeeded();
        open.add(this);
        receiver = ipc.accept(this);
        opened.demand();
    }

    /** Says that {@link #beginGathered} is called after each read. */
    void gather() {
        gathers = true;
    }

    @Override
    public void begin(HostEnvironment environment, Runnable call) {
        if (gathers) {
            gathered.add(call);
            environmentOfCalls = environment;
        } else {
            IpcTransport.super.begin(environment, call);
        }
    }

    /** Begins the calls that were read together, by waking one thread and not one for each. */
    void beginGathered() {
        HostEnvironment environment = environmentOfCalls;
        if (!gathered.isEmpty() && environment != null) {
            List<Runnable> all = List.copyOf(gathered);
            gathered.clear();
            IpcTransport.super.begin(environment, () -> {
                for (Runnable other : all.subList(1, all.size())) {
                    IpcTransport.super.begin(environment, other);
                }
                all.get(0).run();
            });
        }
    }

    /** Called by the thread that reads for all connections, so only what is surely short is done there. */
    @Override
    public void onFrame(Frame frame, Callback callback) {
        if (frame.isControlFrame() || isSmallCall(frame)) {
            handle(frame, callback);
        } else {
            work.execute(() -> handle(frame, callback));
        }
    }

    /** A call is handed on to a thread of its own; what is sent to listeners is not, and a large message is long to parse. */
    private boolean isSmallCall(Frame frame) {
        return frame.getOpCode() == OpCode.TEXT
                && frame.isFin()
                && frame.getPayloadLength() <= SMALL
                && message.size() == 0
                && BufferUtil.isPrefix(CALL, frame.getPayload());
    }

    private void handle(Frame frame, Callback callback) {
        CoreSession here = session;
        IpcReceiver to = receiver;
        if (here == null || to == null) {
            callback.failed(new IllegalStateException("A frame before the opening"));
            return;
        }
        switch (frame.getOpCode()) {
            case OpCode.PING -> {
                ByteBuffer echo = BufferUtil.copy(frame.getPayload());
                here.sendFrame(new Frame(OpCode.PONG, true, echo), Callback.NOOP, false);
            }
            case OpCode.TEXT, OpCode.BINARY, OpCode.CONTINUATION -> take(frame, to);
            default -> {}
        }
        callback.succeeded();
        if (frame.getOpCode() != OpCode.CLOSE) {
            to.whenReady(here::demand);
        }
    }

    private void take(Frame frame, IpcReceiver to) {
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            kind = frame.getOpCode();
        }
        if (message.size() + frame.getPayloadLength() > (kind == OpCode.TEXT ? LARGEST_TEXT : LARGEST_BINARY)) {
            close(new IpcClose(CloseStatus.MESSAGE_TOO_LARGE, "a message is too large"));
            return;
        }
        byte[] payload = BufferUtil.toArray(frame.getPayload());
        byte[] whole = payload;
        if (!frame.isFin() || message.size() > 0) {
            message.write(payload, 0, payload.length);
            if (!frame.isFin()) {
                return;
            }
            whole = message.toByteArray();
            message = new ByteArrayOutputStream(0);
        }
        if (kind == OpCode.TEXT) {
            to.text(whole);
        } else {
            to.binary(whole);
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        open.remove(this);
        work.execute(() -> {
            if (receiver != null) {
                receiver.ended();
            }
            callback.succeeded();
        });
    }

    /** Asks the other end whether it is there; its answer counts as a sign of life. */
    void ping() {
        if (session != null) {
            session.sendFrame(new Frame(OpCode.PING, true, BufferUtil.EMPTY_BUFFER), Callback.NOOP, false);
        }
    }

    @Override
    public void text(byte[] utf8) throws IOException {
        send(OpCode.TEXT, utf8);
    }

    @Override
    public void binary(byte[] bytes) throws IOException {
        send(OpCode.BINARY, bytes);
    }

    @Override
    public void binary(IpcBody body) throws IOException {
        CoreSession to = open();
        try (FragmentStream fragments = new FragmentStream(to, body.length())) {
            body.source().writeTo(fragments);
        }
    }

    @Override
    public void flush() throws IOException {
        CoreSession to = open();
        FutureCallback flushed = new FutureCallback();
        to.flush(flushed);
        await(flushed, to);
    }

    private CoreSession open() throws IOException {
        CoreSession opened = session;
        if (opened == null) {
            throw new IOException("not open");
        }
        return opened;
    }

    /** Small frames are kept for a while and sent with what follows; large ones are sent part by part. */
    private void send(byte opCode, byte[] payload) throws IOException {
        CoreSession to = open();
        if (payload.length <= SMALL) {
            to.sendFrame(new Frame(opCode, true, ByteBuffer.wrap(payload)), Callback.NOOP, true);
            return;
        }
        int from = 0;
        byte code = opCode;
        do {
            int count = Math.min(FRAGMENT, payload.length - from);
            boolean last = from + count == payload.length;
            sendPart(to, new Frame(code, last, ByteBuffer.wrap(payload, from, count)));
            from += count;
            code = OpCode.CONTINUATION;
        } while (from < payload.length);
    }

    private void sendPart(CoreSession to, Frame part) throws IOException {
        FutureCallback written = new FutureCallback();
        to.sendFrame(part, written, false);
        await(written, to);
    }

    private void await(FutureCallback written, CoreSession to) throws IOException {
        try {
            written.get(writeTime.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            to.abort();
            throw new IOException("the client reads too slowly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Sends what is written to it as the parts of one binary frame; no more than one part is in memory. */
    private final class FragmentStream extends OutputStream {
        private final CoreSession to;
        private final byte[] part;
        private long left;
        private int held;
        private byte code = OpCode.BINARY;

        FragmentStream(CoreSession to, long length) {
            this.to = to;
            this.part = new byte[(int) Math.min(STREAMED, length)];
            this.left = length;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > left) {
                throw new IOException("more bytes than announced");
            }
            int from = offset;
            int end = offset + length;
            while (from < end) {
                int count = Math.min(end - from, part.length - held);
                System.arraycopy(bytes, from, part, held, count);
                held += count;
                from += count;
                left -= count;
                if (held == part.length && left > 0) {
                    send(false);
                }
            }
        }

        private void send(boolean last) throws IOException {
            sendPart(to, new Frame(code, last, ByteBuffer.wrap(part, 0, held)));
            code = OpCode.CONTINUATION;
            held = 0;
        }

        @Override
        public void close() throws IOException {
            if (left > 0) {
                throw new IOException("fewer bytes than announced");
            }
            send(true);
        }
    }

    @Override
    public void close(IpcClose reason) {
        CoreSession closing = session;
        if (closing != null && !closing.isClosed()) {
            closing.close(reason.code(), reason.text(), Callback.NOOP);
            // A client that does not read does not read this either.
            scheduler.schedule(closing::abort, CLOSE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
