package org.imodel4j.host.nativeapp;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.imodel.create.NewFiles;
import org.imodel4j.sqlite.SqliteDrivers;

/** The settings that a host has open, each in a file {@code NAME.settings-db} of one folder. Safe for use by several threads. */
final class SettingsStores implements AutoCloseable {
    static final String EXTENSION = ".settings-db";

    private static final int MOST_OPEN = 100;
    private static final int LONGEST_NAME = 200;

    private final Path folder;
    private final NewFiles newFiles;
    private final Map<String, SettingsStore> open = new HashMap<>();
    private boolean closed;

    /** @param cacheDir of the host, which keeps an empty file so that the next new one is made faster */
    SettingsStores(Path folder, Path cacheDir) {
        this.folder = folder;
        this.newFiles = new NewFiles(SqliteDrivers.best(), cacheDir, Clock.systemUTC());
    }

    /** Opens the settings of a name, or gives those that are open; makes them when there are none. */
    synchronized SettingsStore open(String name) {
        if (closed) {
            throw new IModelException(Status.NOT_OPEN, "the host has shut down");
        }
        Path file = file(name);
        String id = name + EXTENSION;
        SettingsStore known = open.get(id);
        if (known != null) {
            return known;
        }
        if (open.size() >= MOST_OPEN) {
            throw new IModelException(Status.BAD_REQUEST, "too many settings are open");
        }
        if (!Files.exists(file)) {
            make(file);
        }
        SettingsStore opened = SettingsStore.open(file);
        open.put(id, opened);
        return opened;
    }

    /** The open settings of an id. */
    synchronized SettingsStore find(String id) {
        SettingsStore store = open.get(id);
        if (store == null) {
            throw new IModelException(Status.FILE_NOT_FOUND, "Storage ID not open");
        }
        return store;
    }

    synchronized void close(String id, boolean deleteIt) {
        SettingsStore store = find(id);
        store.close();
        open.remove(id);
        if (deleteIt) {
            try {
                Files.deleteIfExists(store.file());
            } catch (IOException e) {
                throw new IModelException(Status.WRITE_ERROR, "the settings can not be deleted", e)
                        .with("file", store.file());
            }
        }
    }

    /** The names of the files of all settings, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith(EXTENSION)) {
                        names.add(name);
                    }
                }
            } catch (IOException e) {
                throw new IModelException(Status.READ_ERROR, "the settings can not be listed", e)
                        .with("folder", folder);
            }
        }
        names.sort(null);
        return names;
    }

    private Path file(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IModelException(Status.BAD_ARG, "Storage name is too long");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IModelException(Status.BAD_ARG, "Storage name contains illegal characters");
        }
        try {
            Path file = folder.resolve(name + EXTENSION);
            // A backslash is a letter in the names of some systems and would be a folder on others.
            if (name.indexOf('\\') < 0
                    && !name.equals(".")
                    && !name.equals("..")
                    && file.normalize().equals(file)
                    && folder.equals(file.getParent())
                    && (name + EXTENSION).equals(String.valueOf(file.getFileName()))) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IModelException(Status.BAD_ARG, "Storage name contains illegal characters", e);
        }
        throw new IModelException(Status.BAD_ARG, "Storage name should not be a path");
    }

    /** Makes a file that appears under its name when it is whole; another process that does so at the same time may be the first. */
    private void make(Path file) {
        Path unfinished = folder.resolve(UUID.randomUUID() + ".new");
        try {
            Files.createDirectories(folder);
            newFiles.createECDb(unfinished, Guid.random(new SecureRandom()));
            SettingsStore.prepare(unfinished);
            publish(unfinished, file);
        } catch (FileAlreadyExistsException e) {
            // Somebody else made it meanwhile; that one is opened.
            return;
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "the settings can not be made", e).with("file", file);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    /** A second name for the file fails when it is taken, unlike a move, which replaces; not all file systems have second names. */
    private static void publish(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            Files.move(unfinished, file);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is a few kilobytes under a name that nobody looks for.
            file.toFile().deleteOnExit();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(SettingsStore::close);
        open.clear();
    }
}
