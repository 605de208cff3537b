package org.imodel4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The iModel that is served when the user names none, as a file of this process. */
final class Sample implements AutoCloseable {
    private static final String NAME = "building.bim";

    private final Path directory;

    private Sample(Path directory) {
        this.directory = directory;
    }

    static Sample unpack() {
        try {
            Path directory = Files.createTempDirectory("imodel-sample");
            Sample sample = new Sample(directory);
            try (InputStream in = Sample.class.getResourceAsStream("sample/" + NAME)) {
                if (in == null) {
                    throw new IllegalStateException("This installation lacks its sample");
                }
                Files.copy(in, sample.file());
            }
            return sample;
        } catch (IOException e) {
            throw new IModelException(Status.BAD_ARG, "The sample can not be unpacked", e)
                    .with("directory", System.getProperty("java.io.tmpdir", ""));
        }
    }

    Path file() {
        return directory.resolve(NAME);
    }

    @Override
    public void close() {
        try {
            for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
                Files.deleteIfExists(directory.resolve(NAME + suffix));
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new IModelException(Status.BAD_ARG, "The sample can not be removed", e).with("directory", directory);
        }
    }
}
