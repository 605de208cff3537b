package org.imodel4j.host.electron;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Electron, started by the host. What it prints goes where the output of this process goes. */
final class ElectronProcess {
    static final String PORT = "IMODEL4J_BRIDGE_PORT";
    static final String SECRET = "IMODEL4J_BRIDGE_SECRET";

    private static final int PATIENCE_SECONDS = 10;

    private final Process process;

    private ElectronProcess(Process process) {
        this.process = process;
    }

    /** Starts it. The secret goes by the environment: every user can read command lines. */
    static ElectronProcess start(List<String> command, int port, String secret) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(PORT, String.valueOf(port));
        builder.environment().put(SECRET, secret);
        try {
            return new ElectronProcess(builder.start());
        } catch (IOException e) {
            throw new IModelException(Status.NOT_OPEN, "Electron can not be started", e)
                    .with("command", command.get(0));
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has ended, which it does without its connection, and ends it when it takes too long. */
    void end() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
