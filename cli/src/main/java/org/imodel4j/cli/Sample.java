package org.imodel4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.imodel4j.cli.output.ProgressBar;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.sample.SampleIModel;
import org.imodel4j.cli.sample.SampleSize;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The iModel that is served when the user names none: made at its first use, and kept in the cache directory. */
final class Sample {
    private static final String NAME = "sample.bim";

    private Sample() {}

    /**
     * Finds the sample, or makes it. It has its place when it is whole; of several processes that make it at once, one wins.
     *
     * @throws IModelException WRITE_ERROR when it can not be kept
     */
    static Path in(Path cacheDir, Terminal terminal) {
        Path folder = cacheDir.resolve("samples").resolve(SampleSize.small + "-" + SampleIModel.VERSION);
        Path file = folder.resolve(NAME);
        if (Files.exists(file)) {
            return file;
        }
        Path unfinished = folder.resolve(NAME + '.' + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder);
            deleteWithSides(unfinished);
            make(unfinished, cacheDir, terminal);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            deleteWithSides(unfinished);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The sample can not be kept", e).with("folder", folder);
        }
        return file;
    }

    private static void make(Path file, Path cacheDir, Terminal terminal) {
        SampleSize size = SampleSize.small;
        try (ProgressBar bar = new ProgressBar(terminal, "elements of the sample", size.expectedElements())) {
            SampleIModel.make(file, size, SampleCommand.SEED, cacheDir, bar::step);
        }
    }

    private static void deleteWithSides(Path file) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }
}
