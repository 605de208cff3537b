package org.imodel4j.imodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.imodel4j.sqlite.WriteTransaction;

/**
 * Embeds, replaces and removes files. Used by the owner of the transaction; changes become permanent when that is saved, and a change that
 * fails has not happened. Contents are streamed: little of them stands in memory.
 */
public final class EmbeddedFileWriter {
    private static final int COMPRESSED_CHUNK = 524_288;
    private static final int RAW_CHUNK = 512_000;
    private static final int LOCAL_BITS = 40;

    private final WriterStatements statements;
    private final EmbeddedFiles files;
    private final int briefcaseId;

    /** @param briefcaseId of this copy of the file, in whose range new ids lie */
    public EmbeddedFileWriter(WriteTransaction transaction, int briefcaseId) {
        this(new WriterStatements(transaction), briefcaseId);
    }

    EmbeddedFileWriter(WriterStatements statements, int briefcaseId) {
        this.statements = statements;
        this.files = new EmbeddedFiles(statements);
        this.briefcaseId = briefcaseId;
    }

    /** The embedded files as they are now, with what is not saved yet. */
    public EmbeddedFiles files() {
        return files;
    }

    /**
     * Embeds what {@code content} gives up to its end; it stays open.
     *
     * @throws IModelException BE_SQLITE_CONSTRAINT when a file of that name is there already; BadArg for a name with the character 0;
     *     ReadError when {@code content} fails or has four gigabytes or more
     */
    public EmbeddedFile embed(NewEmbeddedFile file, InputStream content) {
        check(file.name());
        check(file.extension());
        statements.transaction().atomically(() -> {
            if (files.tryGet(file.name()) != null) {
                throw new IModelException(Status.BE_SQLITE_CONSTRAINT, "A file of that name is embedded already")
                        .with("name", file.name());
            }
            long id = nextId();
            statements.change(
                    "INSERT INTO be_EmbedFile(Id,Name,Type,Size,Chunk,LastModified) VALUES(?,?,?,0,?,?)", row -> {
                        row.bindLong(1, id);
                        row.bindText(2, file.name());
                        row.bindText(3, file.extension());
                        row.bindLong(4, chunkSize(file.compressed()));
                        row.bindDouble(5, EmbeddedFiles.toJulianDay(file.lastModified()));
                    });
            writeContent(id, file.name(), content, file.compressed());
        });
        return stored(file.name());
    }

    /**
     * Embeds a file of the file system with its own time of change.
     *
     * @throws IModelException as {@link #embed(NewEmbeddedFile, InputStream)}; FileNotFound (67108874) when there is no such file
     */
    public EmbeddedFile embed(String name, Path source, String extension, boolean compressed) {
        return reading(
                source, (content, time) -> embed(new NewEmbeddedFile(name, extension, time, compressed), content));
    }

    /**
     * Gives an embedded file another content and time of change; its name, id and extension stay.
     *
     * @throws IModelException BE_SQLITE_ERROR when there is no such file; else as {@link #embed(NewEmbeddedFile, InputStream)}
     */
    public EmbeddedFile replace(String name, InputStream content, Instant lastModified, boolean compressed) {
        EmbeddedFile old = files.tryGet(name);
        if (old == null) {
            throw new IModelException(Status.BE_SQLITE_ERROR, "There is no such embedded file").with("name", name);
        }
        statements.transaction().atomically(() -> {
            statements.change(
                    "DELETE FROM be_Prop WHERE Namespace='be_Db' AND Name='EmbdBlob' AND Id=?",
                    row -> row.bindLong(1, old.id()));
            statements.change("UPDATE be_EmbedFile SET Chunk=?,LastModified=? WHERE Id=?", row -> {
                row.bindLong(1, chunkSize(compressed));
                row.bindDouble(2, EmbeddedFiles.toJulianDay(lastModified));
                row.bindLong(3, old.id());
            });
            writeContent(old.id(), name, content, compressed);
        });
        return stored(name);
    }

    /** As {@link #replace(String, InputStream, Instant, boolean)} from the file system, with the file's own time of change. */
    public EmbeddedFile replace(String name, Path source, boolean compressed) {
        return reading(source, (content, time) -> replace(name, content, time, compressed));
    }

    /**
     * Removes an embedded file.
     *
     * @throws IModelException FileNotFound (67108874) when there is no such file
     */
    public void remove(String name) {
        EmbeddedFile old = files.tryGet(name);
        if (old == null) {
            throw new IModelException(Status.BE_SQLITE_ERROR_FILE_NOT_FOUND, "There is no such embedded file")
                    .with("name", name);
        }
        // A trigger of the file deletes the chunks.
        statements.change("DELETE FROM be_EmbedFile WHERE Id=?", row -> row.bindLong(1, old.id()));
    }

    private void writeContent(long id, String name, InputStream content, boolean compressed) {
        long size;
        try (ChunkOutput chunks = new ChunkOutput(statements, id, chunkSize(compressed))) {
            size = EmbeddedContent.write(content, compressed, chunks);
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "The file to embed can not be read", e).with("name", name);
        }
        statements.change("UPDATE be_EmbedFile SET Size=? WHERE Id=?", row -> {
            row.bindLong(1, size);
            row.bindLong(2, id);
        });
    }

    private static int chunkSize(boolean compressed) {
        return compressed ? COMPRESSED_CHUNK : RAW_CHUNK;
    }

    private long nextId() {
        long first = (long) briefcaseId << LOCAL_BITS;
        long end = (briefcaseId + 1L) << LOCAL_BITS;
        return statements.statements(cache -> {
            try (Lease lease = cache.acquire("SELECT max(Id) FROM be_EmbedFile WHERE Id>=? AND Id<?")) {
                lease.statement().bindLong(1, first);
                lease.statement().bindLong(2, end);
                lease.statement().step();
                long next = Math.max(first, lease.statement().columnLong(0)) + 1;
                if (next >= end) {
                    throw new IModelException(Status.BE_SQLITE_TOOBIG, "No id is left for this copy of the file");
                }
                return next;
            }
        });
    }

    private EmbeddedFile stored(String name) {
        EmbeddedFile stored = files.tryGet(name);
        if (stored == null) {
            throw new IModelException(Status.BE_SQLITE_INTERNAL, "The embedded file is not there").with("name", name);
        }
        return stored;
    }

    private static void check(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IModelException(Status.BAD_ARG, "The name of a file has a character that ends texts");
        }
    }

    private interface Use {
        EmbeddedFile with(InputStream content, Instant lastModified);
    }

    private static EmbeddedFile reading(Path source, Use use) {
        try (InputStream content = Files.newInputStream(source)) {
            return use.with(content, Files.getLastModifiedTime(source).toInstant());
        } catch (NoSuchFileException e) {
            throw new IModelException(Status.BE_SQLITE_ERROR_FILE_NOT_FOUND, "The file to embed is not there", e)
                    .with("file", source);
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "The file to embed can not be read", e).with("file", source);
        }
    }
}
