package org.imodel4j.imodel.create;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.CRC32;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Finished empty files in a folder, so that schemas are imported only once on a computer, or without one in memory. A file is named after a
 * hash of what it is made from and carries its own checksum in its name; one that is damaged is thrown away. Processes may share the folder:
 * files appear whole.
 */
final class EmptyFileCache {
    private static final ConcurrentMap<String, SoftReference<byte[]>> IN_MEMORY = new ConcurrentHashMap<>();

    private final @Nullable Path folder;

    /** @param folder null to keep them in memory only */
    EmptyFileCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The bytes of a file, null when it is not there. */
    byte @Nullable [] tryRead(String name) {
        if (folder == null) {
            SoftReference<byte[]> kept = IN_MEMORY.get(name);
            return kept == null ? null : kept.get();
        }
        return Files.isDirectory(folder) ? tryRead(folder, name) : null;
    }

    private static byte @Nullable [] tryRead(Path folder, String name) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name + "-*.empty")) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                if (file.getFileName().toString().equals(fileName(name, bytes))) {
                    return bytes;
                }
                Files.deleteIfExists(file);
            }
            return null;
        } catch (IOException e) {
            // What can not be read is made again.
            return null;
        }
    }

    /** Keeps a file. A folder that can not be written is no failure: the next creation takes as long as this one. */
    void keep(String name, byte[] bytes) {
        if (folder == null) {
            IN_MEMORY.put(name, new SoftReference<>(bytes));
            return;
        }
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, name, ".tmp");
            Files.write(temporary, bytes);
            Files.move(temporary, folder.resolve(fileName(name, bytes)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(temporary);
        }
    }

    private static void delete(@Nullable Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "A temporary file can not be deleted", e)
                    .with("file", temporary);
        }
    }

    private static String fileName(String name, byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return name + "-" + Long.toHexString(checksum.getValue()) + ".empty";
    }
}
