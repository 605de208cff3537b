package org.imodel4j.cli.shell;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where what was typed is kept: {@code query-history} in the folder that the system has for a user's state. */
final class HistoryFile {
    /** Another file, or {@code off} for none. */
    static final String VARIABLE = "IMODEL_HISTORY";

    private HistoryFile() {}

    /** Null when the user wants none. */
    static @Nullable Path of(Map<String, String> environment, String home, String osName) {
        String chosen = environment.get(VARIABLE);
        if (chosen != null) {
            return chosen.isBlank() || chosen.equalsIgnoreCase("off") ? null : Path.of(chosen);
        }
        return stateFolder(environment, home, osName.toLowerCase(Locale.ROOT))
                .resolve("imodel4j")
                .resolve("query-history");
    }

    private static Path stateFolder(Map<String, String> environment, String home, String osName) {
        if (osName.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return local == null || local.isBlank() ? Path.of(home, "AppData", "Local") : Path.of(local);
        }
        if (osName.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support");
        }
        String state = environment.get("XDG_STATE_HOME");
        return state == null || !Path.of(state).isAbsolute() ? Path.of(home, ".local", "state") : Path.of(state);
    }

    /** Makes the file for its owner alone, as queries may hold what others should not read; false when it can't be. */
    static boolean prepare(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file)) {
                Files.createFile(file, forOwner());
            }
            return Files.isWritable(file);
        } catch (IOException e) {
            return false;
        }
    }

    private static FileAttribute<?>[] forOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
