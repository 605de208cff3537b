package org.imodel4j.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and how much it lets a client ask of it.
 *
 * @param host the address to bind; the loopback address unless told otherwise
 * @param port 0 takes a free one, see {@link ImodelServer#port()}
 * @param tls the certificate and key; null serves plain HTTP
 * @param maxBodyBytes a longer request body is answered by 413
 * @param maxHeaderBytes longer request line and headers are answered by 414 or 431
 * @param headerTime within this time of its first byte a request's headers must be complete
 * @param bodyTime within this time of its headers a request's body must have arrived
 * @param idleTime a connection on which nothing moves for this long is closed; websockets may rest, but not while something is to be written
 * @param maxConnections connections beyond these wait to be accepted
 * @param stopTime how long {@link ImodelServer#close()} waits for requests in progress
 */
public record ServerOptions(
        String host,
        int port,
        @Nullable TlsFiles tls,
        long maxBodyBytes,
        int maxHeaderBytes,
        Duration headerTime,
        Duration bodyTime,
        Duration idleTime,
        int maxConnections,
        Duration stopTime) {

    /** The port that iTwin.js backends use. */
    public static final int DEFAULT_PORT = 3001;

    /**
     * Loopback only, {@link #DEFAULT_PORT}, no TLS. The header limit leaves room for the longest query string that a frontend
     * sends (8192 characters of base64, escaped) beside an access token.
     */
    public static ServerOptions defaults() {
        return new ServerOptions(
                "127.0.0.1",
                DEFAULT_PORT,
                null,
                64L << 20,
                64 << 10,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                10_000,
                Duration.ofSeconds(5));
    }

    public ServerOptions withHost(String value) {
        return new ServerOptions(
                value,
                port,
                tls,
                maxBodyBytes,
                maxHeaderBytes,
                headerTime,
                bodyTime,
                idleTime,
                maxConnections,
                stopTime);
    }

    public ServerOptions withPort(int value) {
        return new ServerOptions(
                host,
                value,
                tls,
                maxBodyBytes,
                maxHeaderBytes,
                headerTime,
                bodyTime,
                idleTime,
                maxConnections,
                stopTime);
    }

    public ServerOptions withTls(@Nullable TlsFiles value) {
        return new ServerOptions(
                host,
                port,
                value,
                maxBodyBytes,
                maxHeaderBytes,
                headerTime,
                bodyTime,
                idleTime,
                maxConnections,
                stopTime);
    }

    public ServerOptions withMaxBodyBytes(long value) {
        return new ServerOptions(
                host, port, tls, value, maxHeaderBytes, headerTime, bodyTime, idleTime, maxConnections, stopTime);
    }

    /** The times a client has for its headers, for its body, and between two bytes. */
    public ServerOptions withTimes(Duration headers, Duration body, Duration idle) {
        return new ServerOptions(
                host, port, tls, maxBodyBytes, maxHeaderBytes, headers, body, idle, maxConnections, stopTime);
    }

    public ServerOptions withStopTime(Duration value) {
        return new ServerOptions(
                host, port, tls, maxBodyBytes, maxHeaderBytes, headerTime, bodyTime, idleTime, maxConnections, value);
    }
}
