package org.imodel4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the source files of all modules keep to. */
class SourceFilesTest {
    private static final int LONGEST_FILE = 800;
    private static final int LONG_FILE = 400;

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:abstract|final|sealed|non-sealed|static|strictfp) )*(?:class|interface|record|enum|@interface) \\w+");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern OPEN_WORK = Pattern.compile("\\b(?:TODO|FIXME|XXX|HACK)\\b|@Disabled\\b|@author\\b");

    private record Source(Path path, String module, boolean test, String text) {}

    private final List<Source> sources = new ArrayList<>();

    @BeforeEach
    void readSources() throws IOException {
        Path root = Path.of(System.getProperty("imodel4j.fixtures"))
                .resolve("../../../..")
                .normalize();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList()) {
                read(module, "src/main/java", false);
                read(module, "src/test/java", true);
            }
        }
        assertThat(sources).hasSizeGreaterThan(20);
    }

    private void read(Path module, String folder, boolean test) throws IOException {
        Path top = module.resolve(folder);
        if (!Files.isDirectory(top)) {
            return;
        }
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(new Source(file, module.getFileName().toString(), test, Files.readString(file)));
            }
        }
    }

    @Test
    void noFileIsLongerThanAReaderCanHold() {
        assertThat(paths(source -> lines(source) > LONGEST_FILE))
                .as("files of more than %d lines", LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void longFilesAreFew() {
        List<Path> longOnes = paths(source -> lines(source) > LONG_FILE);

        assertThat(longOnes).as("files of more than %d lines", LONG_FILE).hasSizeLessThan(sources.size() / 20);
    }

    @Test
    void everyPackageStatesItsPurposeAndIsNullMarked() {
        Set<Path> stated = new HashSet<>(paths(source -> source.path().endsWith("package-info.java")
                && source.text().startsWith("/**")
                && source.text().contains("@NullMarked")));

        assertThat(paths(source ->
                        !source.test() && !stated.contains(source.path().resolveSibling("package-info.java"))))
                .as("files without a package-info.java that begins with Javadoc and has @NullMarked")
                .isEmpty();
    }

    @Test
    void publicTypesSayWhatTheyPromise() {
        assertThat(paths(source -> !source.test() && hasPublicTypeWithoutJavadoc(source.text())))
                .as("files with a public type that has no Javadoc")
                .isEmpty();
    }

    @Test
    void aPackageLivesInOneModule() {
        Map<String, String> homes = new HashMap<>();
        assertThat(paths(source -> {
                    Matcher name = PACKAGE.matcher(source.text());
                    return !source.test()
                            && name.find()
                            && !homes.computeIfAbsent(name.group(1), unknown -> source.module())
                                    .equals(source.module());
                }))
                .as("files in a package of another module")
                .isEmpty();
    }

    @Test
    void nothingIsLeftHalfDone() {
        assertThat(paths(source -> !source.path().endsWith("SourceFilesTest.java")
                        && OPEN_WORK.matcher(source.text()).find()))
                .as("files with open work")
                .isEmpty();
    }

    private List<Path> paths(Predicate<Source> breach) {
        return sources.stream().filter(breach).map(Source::path).toList();
    }

    private static boolean hasPublicTypeWithoutJavadoc(String text) {
        Matcher type = PUBLIC_TYPE.matcher(text);
        while (type.find()) {
            if (!endsWithJavadoc(text.substring(0, type.start()))) {
                return true;
            }
        }
        return false;
    }

    private static long lines(Source source) {
        return source.text().lines().count();
    }

    /** Whether Javadoc stands at the end of {@code before}, with nothing but annotations after it. */
    private static boolean endsWithJavadoc(String before) {
        int end = before.lastIndexOf("*/");
        String rest = end < 0 ? "none" : before.substring(end + 2).strip();
        return rest.isEmpty() || rest.startsWith("@");
    }
}
