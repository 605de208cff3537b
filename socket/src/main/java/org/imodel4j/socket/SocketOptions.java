package org.imodel4j.socket;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may connect to a {@link WebSocketServer}, and what one client may cost.
 *
 * @param origins pages that may connect beside those that a loopback name serves, as a browser writes them: {@code app://host},
 *     {@code https://appassets.androidplatform.net}, {@code file://}, or {@code null} for pages that have no origin of their own
 * @param clientsWithoutOrigin whether clients may connect that name no origin; browsers always name one
 * @param connections most clients at a time; a further one is turned away
 * @param handshakeBytes largest request
 * @param handshakeTime how long a client may take for it
 * @param textBytes largest text message, all its frames together
 * @param binaryBytes largest binary message, all its frames together
 * @param writeTime how long a client may take to read the next {@link #FRAGMENT} bytes; a slower one is cut off
 * @param silence how long a client may be silent before it counts as gone; it is asked in between
 * @param closeTime how long a client may take to confirm the end of its connection
 */
public record SocketOptions(
        Set<String> origins,
        boolean clientsWithoutOrigin,
        int connections,
        int handshakeBytes,
        Duration handshakeTime,
        int textBytes,
        int binaryBytes,
        Duration writeTime,
        Duration silence,
        Duration closeTime) {
    /** Longer messages go out in frames of this size, so that answers to pings find a gap. */
    static final int FRAGMENT = 1 << 18;

    public SocketOptions {
        origins = lowerCase(origins);
    }

    /**
     * Pages of loopback names only; 16 clients; requests of 16 kB within 10 seconds; 32 MB of text, 128 MB of bytes; 30 seconds for a fragment,
     * 60 of silence, 2 for the end.
     */
    public static SocketOptions defaults() {
        return new SocketOptions(
                Set.of(),
                false,
                16,
                16 << 10,
                Duration.ofSeconds(10),
                32 << 20,
                128 << 20,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
    }

    /** Lets pages of one more origin connect. */
    public SocketOptions withOrigin(String origin) {
        Set<String> all = new TreeSet<>(origins);
        all.add(origin);
        return withOrigins(all, clientsWithoutOrigin);
    }

    /** Lets programs connect that are no browsers. */
    public SocketOptions withClientsWithoutOrigin() {
        return withOrigins(origins, true);
    }

    private SocketOptions withOrigins(Set<String> all, boolean without) {
        return new SocketOptions(
                all,
                without,
                connections,
                handshakeBytes,
                handshakeTime,
                textBytes,
                binaryBytes,
                writeTime,
                silence,
                closeTime);
    }

    public SocketOptions withConnections(int most) {
        return new SocketOptions(
                origins,
                clientsWithoutOrigin,
                most,
                handshakeBytes,
                handshakeTime,
                textBytes,
                binaryBytes,
                writeTime,
                silence,
                closeTime);
    }

    /** Other sizes of messages. */
    public SocketOptions withMessages(int text, int binary) {
        return new SocketOptions(
                origins,
                clientsWithoutOrigin,
                connections,
                handshakeBytes,
                handshakeTime,
                text,
                binary,
                writeTime,
                silence,
                closeTime);
    }

    /** Other times for the request, for reading, for silence and for the end. */
    public SocketOptions withTimes(Duration handshake, Duration write, Duration silent, Duration close) {
        return new SocketOptions(
                origins,
                clientsWithoutOrigin,
                connections,
                handshakeBytes,
                handshake,
                textBytes,
                binaryBytes,
                write,
                silent,
                close);
    }

    private static Set<String> lowerCase(Set<String> names) {
        Set<String> all = new TreeSet<>();
        names.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
        return Set.copyOf(all);
    }
}
