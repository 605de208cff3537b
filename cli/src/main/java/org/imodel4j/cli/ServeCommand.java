package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.server.ServerOptions;
import org.imodel4j.server.TlsFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imodel serve}: iModels for iTwin.js frontends, until the process is told to end. */
@Command(
        name = "serve",
        description = {
            "Serves iModels to iTwin.js frontends and shows a page at /.",
            "A file opens under its name without extension as key, and by its iModelId and changeset."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR",
            description = "iModels, and directories of them; without any, a sample.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--host", paramLabel = "H", description = "Address to listen on; default ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, 0 for a free one; default ${DEFAULT-VALUE}.")
    private int port = ServerOptions.DEFAULT_PORT;

    @Option(names = "--tls-cert", paramLabel = "PEM", description = "Certificate chain; turns TLS and HTTP/2 on.")
    private @Nullable Path tlsCert;

    @Option(names = "--tls-key", paramLabel = "PEM", description = "Private key of the certificate.")
    private @Nullable Path tlsKey;

    @Option(names = "--cache-dir", paramLabel = "DIR", description = "Where the host keeps its files.")
    private @Nullable Path cacheDir;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Serving serving = Serving.start(terminal, files, options(), cacheDir);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(serving::close));
        terminal.println(serving.readyLine());
        // Ends with the process: a signal runs the hook, which waits for the requests in progress.
        new CountDownLatch(1).await();
        return 0;
    }

    private ServerOptions options() {
        if (port < 0 || port > 65535) {
            throw notUnderstood("--port must be between 0 and 65535");
        }
        Path cert = tlsCert;
        Path key = tlsKey;
        if ((cert == null) != (key == null)) {
            throw notUnderstood("--tls-cert and --tls-key belong together");
        }
        TlsFiles tls = cert == null || key == null ? null : new TlsFiles(cert, key);
        return ServerOptions.defaults().withHost(host).withPort(port).withTls(tls);
    }

    private ParameterException notUnderstood(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
