package org.imodel4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path dir;

    @Test
    void plainConnectionsSpeakHttp2ToThoseWhoUpgrade() throws Exception {
        try (ImodelServer server = start(ServerOptions.defaults().withPort(0));
                HttpClient client = HttpClient.newHttpClient()) {
            // An upgrade needs a request without a body; what follows shares its connection.
            HttpRequest ping =
                    HttpRequest.newBuilder(URI.create(server.url() + "/ping")).build();
            assertThat(client.send(ping, HttpResponse.BodyHandlers.ofString()).version())
                    .isEqualTo(HttpClient.Version.HTTP_2);
            HttpResponse<String> answer = echo(client, server, "127.0.0.1", HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
    }

    @Test
    void rsaKeySpeaksBothVersionsOfHttp() throws Exception {
        speaksBothVersions(makeKey("RSA", "2048"));
    }

    @Test
    void ellipticKeySpeaksBothVersionsOfHttp() throws Exception {
        speaksBothVersions(makeKey("EC", "256"));
    }

    private void speaksBothVersions(TlsFiles files) throws Exception {
        try (ImodelServer server = start(ServerOptions.defaults().withPort(0).withTls(files));
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting()).build()) {
            assertThat(server.url()).startsWith("https://");
            for (HttpClient.Version version : HttpClient.Version.values()) {
                if (version != HttpClient.Version.HTTP_1_1 && version != HttpClient.Version.HTTP_2) {
                    continue;
                }
                HttpResponse<String> answer = echo(client, server, "localhost", version);
                assertThat(answer.body()).isEqualTo("hello");
                assertThat(answer.version()).isEqualTo(version);
            }
        }
    }

    @Test
    void keysInTheirOwnFormsAreRead() throws Exception {
        Path rsa = Path.of(makeKey("RSA", "2048").key().toString());
        byte[] pkcs8 = der(rsa);
        // PrivateKeyInfo: sequence(4), version(3), algorithm(15), octet string header(4), then the key of PKCS#1.
        Files.writeString(rsa, pem("RSA PRIVATE KEY", java.util.Arrays.copyOfRange(pkcs8, 26, pkcs8.length)));
        assertThat(PemKeyStore.read(new TlsFiles(dir.resolve("cert.pem"), rsa), PASSWORD)
                        .isKeyEntry("server"))
                .isTrue();
    }

    @Test
    void filesThatAreNoKeyAreRefusedByName() throws Exception {
        TlsFiles files = makeKey("EC", "256");
        Path broken = Files.writeString(dir.resolve("broken.pem"), pem("PRIVATE KEY", new byte[] {1, 2, 3}));
        Path encrypted = Files.writeString(dir.resolve("enc.pem"), pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
        for (TlsFiles bad : List.of(
                new TlsFiles(files.certificate(), dir.resolve("missing.pem")),
                new TlsFiles(files.certificate(), broken),
                new TlsFiles(files.certificate(), encrypted),
                new TlsFiles(files.certificate(), files.certificate()),
                new TlsFiles(files.key(), files.key()))) {
            assertThatThrownBy(() -> PemKeyStore.read(bad, PASSWORD))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining(bad.key().toString());
        }
    }

    private static ImodelServer start(ServerOptions options) {
        return ImodelServer.start(options, List.of(new EchoRoute()), () -> true);
    }

    private static HttpResponse<String> echo(
            HttpClient client, ImodelServer server, String host, HttpClient.Version version) throws Exception {
        URI uri = URI.create(server.url().replace("127.0.0.1", host) + "/echo");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .version(version)
                .POST(HttpRequest.BodyPublishers.ofString("hello"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A self-signed certificate for localhost and its key, made by the JDK's own tool. */
    private TlsFiles makeKey(String algorithm, String size) throws Exception {
        Path store = dir.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        algorithm,
                        algorithm.equals("EC") ? "-groupname" : "-keysize",
                        algorithm.equals("EC") ? "secp256r1" : size,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .redirectErrorStream(true)
                .start();
        String output = new String(made.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(output).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        Path cert = dir.resolve("cert.pem");
        Path key = dir.resolve("key.pem");
        Files.writeString(cert, pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Files.writeString(
                key, pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
        return new TlsFiles(cert, key);
    }

    private SSLContext trusting() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(dir.resolve("keys.p12").toFile(), PASSWORD));
        SSLContext context = SSLContext.getInstance("TLS");
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry(
                "server",
                KeyStore.getInstance(dir.resolve("keys.p12").toFile(), PASSWORD).getCertificate("server"));
        trust.init(anchors);
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }

    private static byte[] der(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[^-]*-----", ""));
    }
}
