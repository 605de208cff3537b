package org.imodel4j.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the files of one workload. */
final class ScratchFolder {
    interface Work<T> {
        T in(Path folder);
    }

    private ScratchFolder() {}

    /** Gives work a new, empty folder and deletes it with all that is in it afterwards. */
    static <T> T in(Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("imodel4j-bench-");
            try {
                return work.in(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (var entries = Files.newDirectoryStream(path)) {
                for (Path entry : entries) {
                    delete(entry);
                }
            }
        }
        Files.delete(path);
    }
}
