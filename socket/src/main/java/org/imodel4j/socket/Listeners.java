package org.imodel4j.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The same port under both addresses that {@code localhost} can mean. */
final class Listeners {
    private static final byte[] FOUR = {127, 0, 0, 1};
    private static final byte[] SIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int BACKLOG = 16;
    private static final int ATTEMPTS = 20;

    private Listeners() {}

    /** Opens a port; 0 is any that is free under both addresses. */
    static List<ServerSocket> open(int port) throws IOException {
        boolean six = hasVersionSix();
        for (int attempt = 1; ; attempt++) {
            List<ServerSocket> opened = new ArrayList<>();
            try {
                opened.add(bind(FOUR, port));
                if (six) {
                    opened.add(bind(SIX, opened.get(0).getLocalPort()));
                }
                return opened;
            } catch (IOException e) {
                close(opened);
                if (port != 0 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    static void close(List<ServerSocket> opened) {
        for (ServerSocket each : opened) {
            try {
                each.close();
            } catch (IOException e) {
                throw new IllegalStateException("A socket that listens can always be closed", e);
            }
        }
    }

    private static boolean hasVersionSix() {
        try (ServerSocket any = bind(SIX, 0)) {
            return any.isBound();
        } catch (IOException none) {
            return false;
        }
    }

    private static ServerSocket bind(byte[] address, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress("localhost", address), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
