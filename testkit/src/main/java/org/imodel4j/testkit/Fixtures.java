package org.imodel4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;

/**
 * The sample iModels, named by their path such as {@code building.bim} or {@code ecsql/bis.bim}. They come from the folder
 * of the system property {@code imodel4j.fixtures} if it is set, else out of this library. Their README says what they
 * hold.
 */
public final class Fixtures {
    private Fixtures() {}

    /** Copies a file into a folder and answers the copy; opening an iModel may write files beside it. */
    public static Path copy(String name, Path folder) {
        Path copy = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try {
            Files.createDirectories(folder);
            Files.write(copy, read(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The fixture " + name + " can not be copied", e);
        }
        return copy;
    }

    /** The bytes of a file. */
    public static byte[] read(String name) {
        String folder = System.getProperty("imodel4j.fixtures");
        try {
            if (folder != null) {
                return Files.readAllBytes(Path.of(folder, name));
            }
            try (InputStream in = Fixtures.class.getResourceAsStream("fixtures/" + name)) {
                if (in == null) {
                    throw new IllegalArgumentException("There is no fixture " + name);
                }
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The fixture " + name + " can not be read", e);
        }
    }

    /** A file of expected answers. */
    public static JsonValue json(String name) {
        return Json.parse(read(name));
    }
}
