package org.imodel4j.server;

import java.security.KeyStore;
import java.util.EnumSet;
import java.util.UUID;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Builds the listening socket and the protocols it speaks. */
final class Connectors {
    /**
     * RPC paths carry empty segments, escaped slashes and raw base64 ({@code context//imodel}, {@code %2F}); they must arrive
     * as they were sent. Everything else that is ambiguous, dot segments above all, stays refused.
     */
    private static final UriCompliance RAW_PATHS = new UriCompliance(
            "RPC_PATHS",
            EnumSet.of(
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                    UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                    UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
                    UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));

    private Connectors() {}

    static ServerConnector create(Server server, ServerOptions options) {
        HttpConfiguration http = configuration(options);
        TlsFiles tls = options.tls();
        ServerConnector connector = new ShortWayConnector(server, tls == null ? plain(http) : secure(http, tls));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.idleTime().toMillis());
        connector.setAcceptQueueSize(1024);
        return connector;
    }

    private static HttpConfiguration configuration(ServerOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setUriCompliance(RAW_PATHS);
        http.setRequestHeaderSize(options.maxHeaderBytes());
        http.setOutputBufferSize(32 << 10);
        return http;
    }

    private static ConnectionFactory[] plain(HttpConfiguration http) {
        return new ConnectionFactory[] {
            new HttpConnectionFactory(http), limited(new HTTP2CServerConnectionFactory(http))
        };
    }

    private static ConnectionFactory[] secure(HttpConfiguration http, TlsFiles files) {
        http.addCustomizer(new SecureRequestCustomizer(false));
        String password = UUID.randomUUID().toString();
        KeyStore keys = PemKeyStore.read(files, password.toCharArray());
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys);
        context.setKeyStorePassword(password);
        context.setSniRequired(false);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol("http/1.1");
        return new ConnectionFactory[] {
            new SslConnectionFactory(context, alpn.getProtocol()),
            alpn,
            limited(new HTTP2ServerConnectionFactory(http)),
            new HttpConnectionFactory(http)
        };
    }

    private static ConnectionFactory limited(AbstractHTTP2ServerConnectionFactory http2) {
        http2.setMaxConcurrentStreams(128);
        return http2;
    }
}
