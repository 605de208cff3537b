package org.imodel4j.socket;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcAcceptor;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcReceiver;
import org.imodel4j.host.ipc.IpcTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client. A thread of its own reads; whoever sends writes in his own thread. Nothing here waits for a client for ever: {@link #expire} is asked
 * regularly and takes the socket away from whoever waits too long.
 */
final class WebSocketConnection implements IpcTransport {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketConnection.class);
    private static final int BUFFER = 1 << 13;
    private static final byte[] NOTHING = new byte[0];
    private static final long NEVER = 0;

    private final Socket socket;
    private final SocketOptions options;
    private final HostEnvironment environment;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicReference<byte @Nullable []> pong = new AtomicReference<>();
    private final Semaphore room = new Semaphore(0);
    private volatile @Nullable FrameWriter out;
    private volatile long heard = System.nanoTime();
    private volatile long writeBy = NEVER;
    private volatile long endBy;

    WebSocketConnection(Socket socket, SocketOptions options, HostEnvironment environment) {
        this.socket = socket;
        this.options = options;
        this.environment = environment;
        this.endBy = in(options.handshakeTime());
    }

    /** Reads until the connection is over. */
    void run(String path, IpcAcceptor acceptor) {
        IpcReceiver receiver = null;
        try (Socket mine = socket) {
            mine.setTcpNoDelay(true);
            mine.setSoTimeout((int) Math.max(1, options.silence().toMillis() / 3));
            BufferedOutputStream stream = new BufferedOutputStream(mine.getOutputStream(), BUFFER);
            InputStream in =
                    new BufferedInputStream(new PatientStream(mine.getInputStream(), this::quiet, this::heard), BUFFER);
            try {
                stream.write(Handshake.read(in, options.handshakeBytes()).accept(options, path));
            } catch (Handshake.Refused refused) {
                LOG.debug("A client was refused: {}", refused.getMessage());
                stream.write(refused.answer());
                stream.flush();
                discardRest(in);
                return;
            }
            stream.flush();
            out = new FrameWriter(stream);
            endBy = NEVER;
            receiver = acceptor.accept(this);
            read(in, receiver);
        } catch (IOException e) {
            LOG.debug("A connection is over: {}", e.toString());
        } finally {
            closing.set(true);
            if (receiver != null) {
                receiver.ended();
            }
        }
    }

    private void read(InputStream in, IpcReceiver receiver) throws IOException {
        FrameReader frames = new FrameReader(in, options);
        try {
            while (true) {
                FrameReader.Message next = frames.next();
                switch (next.kind()) {
                    case FrameReader.CLOSE -> {
                        confirm(next.payload());
                        return;
                    }
                    case FrameReader.PING -> answer(next.payload());
                    case FrameReader.PONG -> {}
                    default -> deliver(next, receiver);
                }
            }
        } catch (SocketFault fault) {
            if (closing.compareAndSet(false, true)) {
                endBy = in(options.closeTime());
                LOG.warn("A client was cut off: {}", fault.getMessage());
                sendClose(fault.reason());
            }
            discardRest(in);
        }
    }

    private void deliver(FrameReader.Message message, IpcReceiver receiver) throws IOException {
        if (closing.get()) {
            return;
        }
        if (message.kind() == FrameReader.TEXT) {
            receiver.text(message.payload());
        } else {
            receiver.binary(message.payload());
        }
        receiver.whenReady(room::release);
        try {
            while (!room.tryAcquire(1, TimeUnit.SECONDS)) {
                if (socket.isClosed() || closing.get()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A closed socket with unread bytes tells its client nothing; so these are read, for a moment. */
    private void discardRest(InputStream in) throws IOException {
        socket.shutdownOutput();
        byte[] rest = new byte[BUFFER];
        endBy = in(options.closeTime());
        while (in.read(rest) >= 0) {}
    }

    private void confirm(byte[] payload) throws IOException {
        IpcClose reason = CloseFrame.read(payload);
        if (closing.compareAndSet(false, true)) {
            endBy = in(options.closeTime());
            sendClose(reason);
        }
    }

    private void sendClose(IpcClose reason) throws IOException {
        writing.lock();
        try {
            writer().close(reason);
        } finally {
            writing.unlock();
        }
    }

    /** Called when nothing came for a third of the time that a client may be silent. */
    private void quiet() throws IOException {
        if (System.nanoTime() - heard > options.silence().toNanos()) {
            throw new IOException("the client is silent");
        } else if (out != null && writing.tryLock()) {
            try {
                control(FrameReader.PING, NOTHING);
            } finally {
                writing.unlock();
            }
        }
    }

    private void heard() {
        heard = System.nanoTime();
    }

    private void answer(byte[] ping) throws IOException {
        pong.set(ping);
        sendPong();
    }

    /** Sends the newest answer to a ping that waits; whoever writes at the moment does it afterwards. */
    private void sendPong() throws IOException {
        while (pong.get() != null && writing.tryLock()) {
            try {
                byte[] payload = pong.getAndSet(null);
                if (payload != null) {
                    control(FrameReader.PONG, payload);
                }
            } finally {
                writing.unlock();
            }
        }
    }

    private void control(int kind, byte[] payload) throws IOException {
        if (closing.get()) {
            return;
        }
        writeBy = in(options.writeTime());
        writer().control(kind, payload);
        writeBy = NEVER;
    }

    @Override
    public void text(byte[] utf8) throws IOException {
        send(FrameReader.TEXT, utf8);
    }

    @Override
    public void binary(byte[] bytes) throws IOException {
        send(FrameReader.BINARY, bytes);
    }

    private void send(int kind, byte[] payload) throws IOException {
        int from = 0;
        int code = kind;
        writing.lock();
        try {
            do {
                if (closing.get()) {
                    throw new IOException("the connection is closed");
                }
                int count = Math.min(SocketOptions.FRAGMENT, payload.length - from);
                writeBy = in(options.writeTime());
                writer().frame(code, from + count == payload.length, payload, from, count);
                writeBy = NEVER;
                from += count;
                code = FrameReader.CONTINUATION;
                sendPong();
            } while (from < payload.length);
        } finally {
            writing.unlock();
        }
        sendPong();
    }

    @Override
    public void close(IpcClose reason) {
        if (closing.compareAndSet(false, true)) {
            endBy = in(options.closeTime());
            environment.begin(
                    () -> {
                        try {
                            sendClose(reason);
                        } catch (IOException e) {
                            LOG.debug("A client could not be told the end: {}", e.toString());
                        }
                    },
                    "socket-close");
        }
    }

    private FrameWriter writer() throws IOException {
        FrameWriter open = out;
        if (open == null) {
            throw new IOException("not open");
        }
        return open;
    }

    /** Ends the connection at once when a time is over. */
    void expire(long now) {
        if (isOver(endBy, now) || isOver(writeBy, now)) {
            abort();
        }
    }

    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A socket could not be closed: {}", e.toString());
        }
    }

    private static boolean isOver(long time, long now) {
        return time != NEVER && now - time >= 0;
    }

    private static long in(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return end == NEVER ? 1 : end;
    }
}
