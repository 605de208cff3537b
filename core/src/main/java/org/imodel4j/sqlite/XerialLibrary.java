package org.imodel4j.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Loads the native library of {@code sqlite-jdbc} without its detours. The library's own way unpacks it, reads both copies
 * again byte by byte to compare them and leaves the file behind until the process ends, which takes longer than all else that
 * opening a first file needs. Where this class does not know its way, the library goes its own.
 */
final class XerialLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    /** Names a folder of this installation in which the unpacked library may stay. */
    private static final String KEPT = "imodel4j.native";

    private XerialLibrary() {}

    static void load() {
        String platform = platform();
        // Who names a library or a folder wants that one.
        if (platform == null || isSet(PATH) || isSet(NAME) || isSet("org.sqlite.tmpdir")) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        String kept = System.getProperty(KEPT);
        if (kept != null && loadKept(Paths.get(kept), platform, name)) {
            return;
        }
        try (InputStream packed = packed(platform, name)) {
            if (packed != null) {
                loadFrom(packed, name);
            }
        } catch (IOException e) {
            // No room for the file, say: the library's own way will tell.
        }
    }

    private static @Nullable InputStream packed(String platform, String name) {
        return SQLiteJDBCLoader.class.getResourceAsStream("/org/sqlite/native/" + platform + '/' + name);
    }

    /** Loads what an earlier start has unpacked into the folder, or unpacks it for the next ones; false when neither works. */
    private static boolean loadKept(Path folder, String platform, String name) {
        Path file = folder.resolve(name);
        try (InputStream packed = Files.exists(file) ? null : packed(platform, name)) {
            if (packed != null) {
                unpack(packed, folder, file);
            }
            initialize(folder, name);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Other processes see the file whole or not at all; a failure leaves nothing behind. */
    private static void unpack(InputStream packed, Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "unpacking", null);
        try {
            Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void initialize(Path folder, String name) throws IOException {
        try {
            System.setProperty(PATH, folder.toString());
            System.setProperty(NAME, name);
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IOException("The native library can not be loaded", e);
        } finally {
            System.clearProperty(PATH);
            System.clearProperty(NAME);
        }
    }

    private static boolean isSet(String property) {
        return System.getProperty(property) != null;
    }

    /** The folder of the library's jar for this machine; null where a loaded file can not be deleted or more has to be known. */
    private static @Nullable String platform() {
        String arch =
                switch (property("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "aarch64";
                    default -> null;
                };
        if (arch == null || property("java.runtime.name").contains("android")) {
            return null;
        }
        String system = property("os.name");
        if (system.startsWith("mac")) {
            return "Mac/" + arch;
        }
        boolean musl = Files.exists(Paths.get("/lib/ld-musl-" + arch + ".so.1"));
        return system.equals("linux") && !musl ? "Linux/" + arch : null;
    }

    private static String property(String name) {
        return System.getProperty(name, "").toLowerCase(Locale.ROOT);
    }

    private static void loadFrom(InputStream packed, String name) throws IOException {
        Path folder = privateFolder();
        Path file = folder.resolve(name);
        try {
            Files.copy(packed, file);
            initialize(folder, name);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** A new folder that only this user can enter; a clock is quicker to start than the random numbers of temporary files. */
    private static Path privateFolder() throws IOException {
        String unique = Long.toHexString(System.currentTimeMillis()) + Long.toHexString(System.nanoTime());
        return Files.createDirectory(
                Paths.get(System.getProperty("java.io.tmpdir", "/tmp"), "imodel4j-sqlite-" + unique),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
