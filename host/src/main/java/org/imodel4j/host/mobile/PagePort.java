package org.imodel4j.host.mobile;

import java.security.SecureRandom;
import java.util.Base64;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcAcceptor;
import org.jspecify.annotations.Nullable;

/** The port of a host, which is another one each time the application comes to the foreground. Safe for use by many threads. */
final class PagePort {
    private static final int SECRET_BYTES = 24;

    private final HostEnvironment environment;
    private final MobileHostOptions options;
    private final IpcAcceptor acceptor;
    private final String secret;
    private @Nullable FrontendPort open;
    private boolean closed;

    PagePort(HostEnvironment environment, MobileHostOptions options, IpcAcceptor acceptor) {
        this.environment = environment;
        this.options = options;
        this.acceptor = acceptor;
        this.secret = options.isSecret() ? newSecret() : "";
    }

    /** Of characters that neither URLs nor scripts have to escape. */
    private static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Opens the port and tells the shell; false when it is open already, or closed for good. */
    boolean open() {
        int number;
        synchronized (this) {
            if (open != null || closed) {
                return false;
            }
            open = options.ports().open(environment, options.port(), secret, acceptor);
            number = open.number();
        }
        options.listening().accept(number);
        return true;
    }

    /** 0 while the port is not open. */
    synchronized int number() {
        return open == null ? 0 : open.number();
    }

    /** What stands for the port in the URL of the page, which puts it behind {@code ws://localhost:}. */
    String address() {
        return secret.isEmpty() ? String.valueOf(number()) : number() + "/" + secret;
    }

    /** Closes the port until the next {@link #open}; false when it is not open. */
    boolean suspend() {
        FrontendPort was;
        synchronized (this) {
            was = open;
            open = null;
        }
        if (was != null) {
            was.close();
        }
        return was != null;
    }

    void close() {
        synchronized (this) {
            closed = true;
        }
        suspend();
    }
}
