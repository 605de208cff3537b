package org.imodel4j.host;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** All files that have an absolute path. A relative one would depend on where the backend was started. */
final class EveryFile implements FileNameResolver {
    @Override
    public @Nullable Path tryResolveKey(String key) {
        return null;
    }

    @Override
    public @Nullable Path tryResolveFileName(String name) {
        try {
            Path file = Paths.get(name);
            return file.isAbsolute() && Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
