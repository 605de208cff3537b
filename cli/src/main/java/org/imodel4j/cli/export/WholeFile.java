package org.imodel4j.cli.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * A file that appears when it is complete and not before. It is written under another name beside its place and moved there at
 * the end; whatever stops that, an end of the process by a signal included, takes the other name away again.
 */
public final class WholeFile implements AutoCloseable {
    /** Writes what the file is to hold. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path target;
    private final Path unfinished;
    private final Thread cleaner;

    private WholeFile(Path target) {
        this.target = target;
        this.unfinished = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        this.cleaner = Thread.ofPlatform().unstarted(this::discard);
    }

    /**
     * Replaces a file, or makes one. What is neither a file nor missing, such as a pipe, is written to directly.
     *
     * @throws IModelException with WRITE_ERROR when the file can't be written
     */
    public static void write(Path file, Content content) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new IModelException(Status.WRITE_ERROR, "A directory stands where the file should go")
                        .with("file", file);
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                try (OutputStream out = Files.newOutputStream(target)) {
                    content.writeTo(out);
                }
                return;
            }
            try (WholeFile whole = new WholeFile(target)) {
                whole.fill(content);
            }
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The file can not be written", e)
                    .with("file", file)
                    .with("reason", reason(e));
        }
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return failure instanceof java.nio.file.FileSystemException system && system.getReason() == null
                ? kind
                : Objects.requireNonNullElse(message, kind);
    }

    private void fill(Content content) throws IOException {
        Runtime.getRuntime().addShutdownHook(cleaner);
        try (FileChannel channel =
                        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            // Whoever finds the name after a crash of the machine finds the content too.
            channel.force(true);
        }
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // Nothing is left to be done about it: the process ends, or the failure that led here is told.
            return;
        }
    }

    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException ending) {
            // The hook runs already.
            return;
        }
    }
}
