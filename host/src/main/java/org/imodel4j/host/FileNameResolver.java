package org.imodel4j.host;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * An application's list of further snapshots that a frontend may open beside those that are served.
 *
 * <p>What this object answers is opened and served from then on, so it alone decides which files the outside can reach.
 * Unlike in iTwin.js, a resolver that only knows keys resolves no file name: there, every path of the machine passes.
 * Called from any thread.
 */
public interface FileNameResolver {
    /** The file that a key of {@code openRemote} stands for, or null. */
    @Nullable
    Path tryResolveKey(String key);

    /** The file that a name of {@code openFile} stands for, or null. */
    default @Nullable Path tryResolveFileName(String name) {
        return null;
    }

    /** The file of a key; NotFound when there is none. */
    default Path resolveKey(String key) {
        return found(tryResolveKey(key), key);
    }

    /** The file of a name; NotFound when there is none. */
    default Path resolveFileName(String name) {
        return found(tryResolveFileName(name), name);
    }

    /**
     * Knows the files below these folders, each by its path; no key. Symbolic links do not lead out of a folder.
     *
     * @throws IModelException FileNotFound when a folder does not exist
     */
    static FileNameResolver filesBelow(List<Path> folders) {
        return FilesBelow.of(folders);
    }

    /** Knows every file of the machine by its path, and no key: for frontends that run for the same user on the same machine. */
    static FileNameResolver everyFile() {
        return new EveryFile();
    }

    private static Path found(@Nullable Path file, String asked) {
        if (file == null) {
            throw new IModelException(Status.NOT_FOUND, "not resolved").with("asked", asked);
        }
        return file;
    }
}
