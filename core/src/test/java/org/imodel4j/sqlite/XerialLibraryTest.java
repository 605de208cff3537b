package org.imodel4j.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process loads a native library once, so each way is tried in a process of its own. */
class XerialLibraryTest {
    @TempDir
    private Path folder;

    /** Makes a database with one table. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] args) {
            OpenRequest request = new OpenRequest(Path.of(args[0]), OpenRequest.Mode.CREATE, Duration.ofSeconds(1));
            try (SqliteDatabase database = SqliteDrivers.best().open(request)) {
                database.execute("CREATE TABLE t(x)");
            }
        }
    }

    /** True when a process with these options could use SQLite. */
    private boolean works(String... options) throws IOException, InterruptedException {
        Path database = folder.resolve("probe.db");
        Files.deleteIfExists(database);
        Stream<String> command = Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")),
                        List.of(options),
                        List.of(Probe.class.getName(), database.toString()))
                .flatMap(List::stream);
        Process process = new ProcessBuilder(command.toList()).inheritIO().start();
        return process.waitFor() == 0 && Files.size(database) > 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theLibraryStaysInTheFolderThatIsNamedForIt() throws IOException, InterruptedException {
        Path kept = folder.resolve("kept");
        assertThat(works("-Dimodel4j.native=" + kept)).isTrue();
        assertThat(files(kept)).hasSize(1);
        Path library = files(kept).get(0);
        Object first = Files.getLastModifiedTime(library);
        assertThat(works("-Dimodel4j.native=" + kept)).isTrue();
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(first);
    }

    @Test
    void aFolderOfNoUseIsPassedOver() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(works("-Dimodel4j.native=" + file)).isTrue();
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve(System.mapLibraryName("sqlitejdbc")), "no library");
        assertThat(works("-Dimodel4j.native=" + broken)).isTrue();
    }

    @Test
    void withoutAFolderNothingStaysBehind() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        assertThat(works("-Djava.io.tmpdir=" + temporary)).isTrue();
        assertThat(files(temporary)).isEmpty();
    }
}
