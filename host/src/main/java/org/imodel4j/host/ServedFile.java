package org.imodel4j.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * A file to serve and the key under which frontends open it.
 *
 * @param key the name of the file without its extension; when several files share it, with their folder before it
 */
public record ServedFile(Path file, String key) {
    private record Candidate(Path file, Path root) {
        String name() {
            String name = Objects.requireNonNull(file.getFileName()).toString();
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }

        String nameInFolder() {
            Path folder = root.relativize(Objects.requireNonNull(file.getParent()));
            String prefix = folder.toString().replace('\\', '/');
            return prefix.isEmpty() ? name() : prefix + "/" + name();
        }
    }

    /**
     * The files that these paths name; a directory stands for all {@code .bim} files below it.
     *
     * @throws IModelException a path does not exist, a directory holds no iModel, or two files come to the same key
     */
    public static List<ServedFile> of(List<Path> paths) {
        Map<Path, Candidate> candidates = new LinkedHashMap<>();
        List<Path> single = new ArrayList<>();
        for (Path given : paths) {
            Path path = real(given);
            if (Files.isDirectory(path)) {
                for (Path file : below(path)) {
                    candidates.putIfAbsent(file, new Candidate(file, path));
                }
            } else {
                single.add(path);
            }
        }
        Path common = commonFolder(single);
        for (Path file : single) {
            candidates.putIfAbsent(file, new Candidate(file, common));
        }
        return named(List.copyOf(candidates.values()));
    }

    private static List<ServedFile> named(List<Candidate> candidates) {
        Map<String, Integer> uses = new HashMap<>();
        for (Candidate candidate : candidates) {
            uses.merge(candidate.name(), 1, Integer::sum);
        }
        Map<String, ServedFile> served = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            String name = uses.getOrDefault(candidate.name(), 0) > 1 ? candidate.nameInFolder() : candidate.name();
            // A frontend takes a key with a colon for one that a checkpoint server made.
            ServedFile file = new ServedFile(candidate.file(), name.replace(':', '_'));
            ServedFile other = served.putIfAbsent(file.key(), file);
            if (other != null) {
                throw new IModelException(Status.DUPLICATE_NAME, "Two files would be served under the same key")
                        .with("key", file.key())
                        .with("file", other.file())
                        .with("other", file.file());
            }
        }
        return List.copyOf(served.values());
    }

    private static Path real(Path given) {
        try {
            return given.toRealPath();
        } catch (IOException e) {
            throw new IModelException(Status.FILE_NOT_FOUND, "File or directory does not exist", e).with("file", given);
        }
    }

    private static List<Path> below(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> found = all.filter(ServedFile::isIModel).sorted().collect(Collectors.toList());
            if (found.isEmpty()) {
                throw new IModelException(Status.FILE_NOT_FOUND, "Directory holds no .bim file")
                        .with("directory", directory);
            }
            return found;
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "Directory can not be read", e).with("directory", directory);
        }
    }

    private static boolean isIModel(Path path) {
        return Files.isRegularFile(path)
                && path.toString().toLowerCase(Locale.ROOT).endsWith(".bim");
    }

    private static Path commonFolder(List<Path> files) {
        Path common = null;
        for (Path file : files) {
            Path folder = Objects.requireNonNull(file.getParent());
            if (common == null) {
                common = folder;
            }
            while (!folder.startsWith(common)) {
                common = Objects.requireNonNull(common.getParent());
            }
        }
        return common == null ? Paths.get("") : common;
    }
}
