package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.server.ServerOptions;
import org.imodel4j.server.TlsFiles;

/** {@code imodel serve}: iModels for iTwin.js frontends, until the process is told to end. */
final class ServeCommand implements Command {
    private static final String LOOPBACK = "127.0.0.1";

    private final Terminal terminal;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Serves iModels to iTwin.js frontends and shows a page at /.",
                "Directories stand for all iModels in them; without a file, a sample is served, which is made at its first use and kept in the cache directory. A file opens under its name"
                        + " without extension as key, and by its iModelId and changeset.");
    }

    @Override
    public Words words() {
        return new Words("[FILE|DIR …]", 0, Integer.MAX_VALUE);
    }

    @Override
    public Options options() {
        return new Options()
                .value("host", "H", "Address to listen on; default " + LOOPBACK + ".")
                .value("port", "N", "Port to listen on, 0 for a free one; default " + ServerOptions.DEFAULT_PORT + ".")
                .value("tls-cert", "PEM", "Certificate chain; turns TLS and HTTP/2 on.")
                .value("tls-key", "PEM", "Private key of the certificate.")
                .value("cache-dir", "DIR", "Where the host keeps its files.")
                .flag("edit", "Also connects frontends by websocket, and ends when the last of them is gone.")
                .values("allow-path", "DIR", "With --edit: frontends may open the files below; may be repeated.")
                .values("allow-origin", "ORIGIN", "With --edit: pages of this origin may connect; may be repeated.")
                .flag("localhost-ipc", "With --edit: lets every program and local page connect, without a token.")
                .value("grace", "N", "With --edit: seconds to wait for a frontend to come back; default 10.")
                .flag("stay", "With --edit: goes on when its frontends are gone.");
    }

    @Override
    public int run(Given given) {
        List<Path> files = given.words().stream().map(Given::path).toList();
        Editing editing = Editing.of(given);
        Serving serving = Serving.start(terminal, files, options(given), given.tryPath("cache-dir"), editing);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(serving::close));
        terminal.println(serving.readyLine());
        try {
            // Ends with the process, when a signal runs the hook that waits for the requests in progress, or with the
            // host.
            serving.awaitEnd();
            serving.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static ServerOptions options(Given given) {
        int port = given.number("port", ServerOptions.DEFAULT_PORT);
        if (port < 0 || port > 65535) {
            throw new NotUnderstoodException("--port must be between 0 and 65535");
        }
        Path cert = given.tryPath("tls-cert");
        Path key = given.tryPath("tls-key");
        if ((cert == null) != (key == null)) {
            throw new NotUnderstoodException("--tls-cert and --tls-key belong together");
        }
        TlsFiles tls = cert == null || key == null ? null : new TlsFiles(cert, key);
        String host = given.tryText("host");
        return ServerOptions.defaults()
                .withHost(host == null ? LOOPBACK : host)
                .withPort(port)
                .withTls(tls);
    }
}
