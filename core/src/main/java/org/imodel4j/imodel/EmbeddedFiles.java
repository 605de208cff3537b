package org.imodel4j.imodel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The files that stand inside of a file ({@code be_EmbedFile}), such as documents. Those of an open iModel are safe for use by several
 * threads, those of a writer are used by its owner.
 */
public final class EmbeddedFiles {
    /** The namespace and name of the file properties that hold the contents: the id is that of the file, the sub-id counts its chunks. */
    static final FileProperty CHUNKS = FileProperty.of("be_Db", "EmbdBlob");

    private static final String SELECT = "SELECT Id,Name,Type,Size,LastModified FROM be_EmbedFile ";
    private static final double EPOCH = 2_440_587.5;
    private static final double MILLIS_PER_DAY = 86_400_000;

    /** Julian days of the years 0 to 9999; a damaged one reads as the epoch, because nothing depends on it. */
    private static final double LAST_DAY = 5_373_484.5;

    private final StatementSource file;

    EmbeddedFiles(StatementSource file) {
        this.file = file;
    }

    static boolean isChunk(FileProperty property) {
        return property.namespace().equals(CHUNKS.namespace())
                && property.name().equals(CHUNKS.name());
    }

    /** All of them by id. */
    public List<EmbeddedFile> all() {
        return file.statements(statements -> {
            List<EmbeddedFile> files = new ArrayList<>();
            try (Lease lease = statements.acquire(SELECT + "ORDER BY Id")) {
                while (lease.statement().step()) {
                    files.add(read(lease.statement()));
                }
            }
            return List.copyOf(files);
        });
    }

    /** By its name without regard to case; null when there is none. */
    public @Nullable EmbeddedFile tryGet(String name) {
        return file.<@Nullable EmbeddedFile>statements(statements -> {
            // Other programs can have stored one name with several extensions; iTwin.js then means the first.
            try (Lease lease = statements.acquire(SELECT + "WHERE Name=? ORDER BY Id LIMIT 1")) {
                lease.statement().bindText(1, name);
                return lease.statement().step() ? read(lease.statement()) : null;
            }
        });
    }

    private static EmbeddedFile read(SqliteStatement row) {
        String name = row.columnText(1);
        String type = row.columnText(2);
        return new EmbeddedFile(
                row.columnLong(0),
                name == null ? "" : name,
                type == null ? "" : type,
                row.columnLong(3),
                toInstant(row.columnDouble(4)));
    }

    private static Instant toInstant(double julianDay) {
        boolean valid = julianDay > 0 && julianDay < LAST_DAY;
        return Instant.ofEpochMilli(valid ? Math.round((julianDay - EPOCH) * MILLIS_PER_DAY) : 0);
    }

    static double toJulianDay(Instant instant) {
        return instant.toEpochMilli() / MILLIS_PER_DAY + EPOCH;
    }

    /**
     * The content of a file as a whole.
     *
     * @param largest number of bytes to allow; up to {@link Integer#MAX_VALUE}
     * @throws IModelException as {@link #extract(String, OutputStream)}; BE_SQLITE_TOOBIG when there are more bytes than that
     */
    public byte[] read(String name, int largest) {
        EmbeddedFile found = get(name);
        if (found.size() > largest) {
            throw new IModelException(Status.BE_SQLITE_TOOBIG, "The embedded file is larger than allowed")
                    .with("name", name)
                    .with("size", found.size())
                    .with("largest", largest);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        extract(found, out);
        return out.toByteArray();
    }

    /**
     * Writes the content of a file to {@code out}, which stays open. No more bytes come than {@link EmbeddedFile#size()}, and little of
     * them stands in memory.
     *
     * @throws IModelException NotFound when there is no such file; BE_SQLITE_CORRUPT when its content is damaged, of which a part was written
     *     then; WriteError when {@code out} fails
     */
    public void extract(String name, OutputStream out) {
        extract(get(name), out);
    }

    /**
     * Writes the content of a file to a new file. When it fails, no file is left behind.
     *
     * @throws IModelException as {@link #extract(String, OutputStream)}; FileAlreadyExists when {@code target} exists
     */
    public void extract(String name, Path target) {
        EmbeddedFile found = get(name);
        try (OutputStream out =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                extract(found, out);
            } catch (RuntimeException e) {
                Files.deleteIfExists(target);
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            throw new IModelException(Status.FILE_ALREADY_EXISTS, "The file exists already", e).with("file", target);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The embedded file can not be written", e)
                    .with("file", target);
        }
    }

    private EmbeddedFile get(String name) {
        EmbeddedFile found = tryGet(name);
        if (found == null) {
            throw new IModelException(Status.NOT_FOUND, "There is no such embedded file").with("name", name);
        }
        return found;
    }

    private void extract(EmbeddedFile found, OutputStream out) {
        try {
            file.statements(statements -> {
                try (Lease lease = statements.acquire(ChunkInput.SELECT);
                        InputStream in =
                                EmbeddedContent.open(new ChunkInput(lease.statement(), found.id()), found.size())) {
                    EmbeddedContent.copy(in, found.size(), out);
                } catch (IOException e) {
                    throw new IModelException(Status.BE_SQLITE_CORRUPT, "An embedded file is damaged", e);
                }
                return true;
            });
        } catch (IModelException e) {
            throw e.with("name", found.name());
        }
    }
}
