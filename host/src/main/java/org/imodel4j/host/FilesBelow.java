package org.imodel4j.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** The files below some folders. Compares real paths, so neither dot segments nor links lead out. */
final class FilesBelow implements FileNameResolver {
    private final List<Path> folders;

    private FilesBelow(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    static FilesBelow of(List<Path> folders) {
        List<Path> real = new ArrayList<>();
        for (Path folder : folders) {
            try {
                real.add(folder.toRealPath());
            } catch (IOException e) {
                throw new IModelException(Status.FILE_NOT_FOUND, "a folder does not exist", e).with("folder", folder);
            }
        }
        return new FilesBelow(real);
    }

    @Override
    public @Nullable Path tryResolveKey(String key) {
        return null;
    }

    @Override
    public @Nullable Path tryResolveFileName(String name) {
        Path file;
        try {
            file = Paths.get(name).toRealPath();
        } catch (IOException | InvalidPathException e) {
            return null;
        }
        return Files.isRegularFile(file) && folders.stream().anyMatch(file::startsWith) ? file : null;
    }
}
