package org.imodel4j.host.electron;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.HostEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one bridge in: the first that knows the secret. After it nobody gets in, whether they know the secret or not. Listens on the loopback
 * address only, and does not go on when too many have tried without the secret.
 */
final class BridgeDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeDoor.class);
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_HELLO = 256;
    private static final int HELLO_MILLIS = 5_000;
    private static final int MOST_TRIES = 32;
    private static final int LOOK_AROUND_MILLIS = 100;

    private final ServerSocket listener;
    private final byte[] secret;
    private final HostEnvironment environment;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Socket> admitted = new CompletableFuture<>();

    private BridgeDoor(ServerSocket listener, byte[] secret, HostEnvironment environment) {
        this.listener = listener;
        this.secret = secret;
        this.environment = environment;
    }

    /** A secret that nobody can guess. */
    static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static BridgeDoor open(String secret, HostEnvironment environment) {
        try {
            ServerSocket listener = new ServerSocket(0, MOST_TRIES, InetAddress.getByName("127.0.0.1"));
            listener.setSoTimeout(LOOK_AROUND_MILLIS);
            return new BridgeDoor(listener, secret.getBytes(StandardCharsets.UTF_8), environment);
        } catch (IOException e) {
            throw new IModelException(Status.NOT_OPEN, "no port for the bridge to Electron", e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /**
     * Waits for the bridge and closes the door behind it. Called once.
     *
     * @param limit how long to wait
     * @param canCome false when there is nobody to wait for any longer
     * @throws IModelException NotOpen when it did not come
     */
    Socket admit(Duration limit, BooleanSupplier canCome) {
        long deadline = System.nanoTime() + limit.toNanos();
        int tries = 0;
        try {
            while (!admitted.isDone()) {
                if (!canCome.getAsBoolean() || System.nanoTime() > deadline || tries == MOST_TRIES) {
                    throw new IModelException(Status.NOT_OPEN, "Electron did not connect");
                }
                try {
                    Socket stranger = listener.accept();
                    tries++;
                    environment.begin(() -> check(stranger), "electron-hello");
                } catch (SocketTimeoutException nobody) {
                    continue;
                }
            }
            return admitted.join();
        } catch (IOException closed) {
            if (admitted.isDone() && !admitted.isCompletedExceptionally()) {
                return admitted.join();
            }
            throw new IModelException(Status.NOT_OPEN, "Electron did not connect", closed);
        } finally {
            close();
        }
    }

    private void check(Socket stranger) {
        boolean welcome = false;
        try {
            stranger.setSoTimeout(HELLO_MILLIS);
            DataInputStream in = new DataInputStream(stranger.getInputStream());
            ElectronFrame hello = ElectronFrame.read(in, LONGEST_HELLO);
            welcome = hello.type() == ElectronFrame.HELLO
                    && MessageDigest.isEqual(hello.payload(), secret)
                    && taken.compareAndSet(false, true);
            if (welcome) {
                stranger.setSoTimeout(0);
                stranger.setTcpNoDelay(true);
                admitted.complete(stranger);
            } else {
                LOG.warn("A connection without the secret was closed");
            }
        } catch (IOException e) {
            LOG.debug("A connection ended before it told the secret", e);
        } finally {
            if (!welcome) {
                closeQuietly(stranger);
            }
        }
    }

    static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.debug("A socket could not be closed", e);
        }
    }

    /** Lets nobody in any more. */
    @Override
    public void close() {
        taken.set(true);
        closeQuietly(listener);
    }
}
