package org.imodel4j.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * The first bytes of a database file (sqlite.org/fileformat2.html, section 1.3), read without SQLite so that a file that
 * is none is refused with a clear error before any side file is made.
 *
 * @param writeAheadLog the file was last written in WAL mode
 * @param utf8 text is stored as UTF-8
 */
public record SqliteHeader(boolean writeAheadLog, boolean utf8) {
    private static final int SIZE = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads the header of an existing file.
     *
     * @throws IModelException BE_SQLITE_ERROR_FILE_NOT_FOUND; BE_SQLITE_NOTADB for a folder, an empty file and other
     *     content; BE_SQLITE_CORRUPT when the file ends inside the header; BE_SQLITE_CANTOPEN when it can not be read
     */
    public static SqliteHeader read(Path file) {
        ByteBuffer header = ByteBuffer.allocate(SIZE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // A channel may give less than asked for.
            }
        } catch (NoSuchFileException e) {
            throw new IModelException(Status.BE_SQLITE_ERROR_FILE_NOT_FOUND, "The file does not exist", e)
                    .with("file", file);
        } catch (IOException e) {
            if (Files.isDirectory(file)) {
                throw notADatabase("It is a folder", file);
            }
            throw new IModelException(Status.BE_SQLITE_CANTOPEN, "The file can not be read", e)
                    .with("file", file)
                    .with("why", e.toString());
        }
        return of(header.array(), header.position(), file);
    }

    private static SqliteHeader of(byte[] bytes, int length, Path file) {
        if (length == 0) {
            throw notADatabase("It is empty", file);
        }
        int compared = Math.min(length, MAGIC.length);
        if (!Arrays.equals(bytes, 0, compared, MAGIC, 0, compared)) {
            throw notADatabase("It has other content", file);
        }
        if (length < SIZE) {
            throw new IModelException(Status.BE_SQLITE_CORRUPT, "The database file is cut off")
                    .with("file", file)
                    .with("bytes", length);
        }
        return new SqliteHeader(bytes[18] == 2 || bytes[19] == 2, bytes[59] <= 1);
    }

    private static IModelException notADatabase(String why, Path file) {
        return new IModelException(Status.BE_SQLITE_NOTADB, "The file is not a database")
                .with("file", file)
                .with("why", why);
    }
}
