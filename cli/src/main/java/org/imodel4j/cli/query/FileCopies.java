package org.imodel4j.cli.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * Private copies of database files, for work that the files themselves must not notice. What stands in a journal beside a file is copied with
 * it, so that the copy is what a reader of the file would see; nothing is opened, made or changed there. The copies are gone when this object
 * is closed, and when a signal ends the process.
 */
public final class FileCopies implements AutoCloseable {
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");
    private static final String NAME = "copy";

    private final Path directory;
    private final Thread cleaner;

    private FileCopies(Path directory) {
        this.directory = directory;
        this.cleaner = Thread.ofPlatform().unstarted(this::discard);
    }

    /** @throws IModelException WRITE_ERROR when there is no place for copies */
    public static FileCopies begin() {
        try {
            FileCopies copies = new FileCopies(Files.createTempDirectory("imodel-copies"));
            Runtime.getRuntime().addShutdownHook(copies.cleaner);
            return copies;
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "No directory for copies can be made", e)
                    .with("directory", System.getProperty("java.io.tmpdir", ""));
        }
    }

    /**
     * A fresh copy, which takes the place of the one before.
     *
     * @throws IModelException BE_SQLITE_NOTFOUND for a missing file, READ_ERROR when it can not be copied
     */
    public Path fresh(Path file) {
        Path copy = directory.resolve(NAME);
        try {
            for (String suffix : SUFFIXES) {
                Path from = file.resolveSibling(file.getFileName() + suffix);
                Path to = directory.resolve(NAME + suffix);
                Files.deleteIfExists(to);
                // The index of a log is built anew beside the copy.
                if (suffix.isEmpty() || (!suffix.equals("-shm") && Files.exists(from))) {
                    Files.copy(from, to);
                }
            }
            boolean writable = copy.toFile().setWritable(true);
            if (!writable) {
                throw new IOException("The copy can not be made writable");
            }
            return copy;
        } catch (NoSuchFileException e) {
            throw new IModelException(Status.BE_SQLITE_NOTFOUND, "The file does not exist", e).with("file", file);
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "The file can not be copied", e).with("file", file);
        }
    }

    private void discard() {
        try {
            for (String suffix : SUFFIXES) {
                Files.deleteIfExists(directory.resolve(NAME + suffix));
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // Nothing is left to be done about it: the process ends, or has what it came for.
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
