package org.imodel4j.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;

/** What an installation takes on disk: our files, those of third parties, and the Java runtime. */
final class Footprint {
    private record Size(long bytes, long files) {
        double mb() {
            return Figures.rounded(bytes / 1048576.0, 1);
        }
    }

    private Footprint() {}

    static JsonObject measure(String workload) {
        Size install = of(installation());
        Size runtime = of(Path.of(System.getProperty("java.home")));
        return Figures.still(workload, 0)
                .put("install_mb", install.mb())
                .put("runtime_mb", runtime.mb())
                .put("total_mb", Figures.rounded((install.bytes() + runtime.bytes()) / 1048576.0, 1))
                .put("files", install.files())
                .put("runtime_files", runtime.files())
                .build();
    }

    /** The directory that the launcher names, else the one that holds the program's jar. */
    private static Path installation() {
        String home = System.getProperty("imodel4j.home");
        if (home != null) {
            return Path.of(home);
        }
        String first = System.getProperty("java.class.path").split(System.getProperty("path.separator"), 2)[0];
        Path parent = Path.of(first).toAbsolutePath().getParent();
        return parent == null ? Path.of(first) : parent;
    }

    private static Size of(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            long[] sum = new long[2];
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                // Disk space comes in blocks, as du counts it.
                sum[0] += (Files.size(file) + 4095) / 4096 * 4096;
                sum[1]++;
            }
            return new Size(sum[0], sum[1]);
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "Installation can not be measured", e)
                    .with("directory", directory);
        }
    }
}
