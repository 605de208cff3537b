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
        assertThat(sources).allSatisfy(source -> assertThat(lines(source))
                .as("lines of %s", source.path())
                .isLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void longFilesAreFew() {
        long longOnes =
                sources.stream().filter(source -> lines(source) > LONG_FILE).count();

        assertThat(longOnes * 10)
                .as("files of more than %d lines, times ten", LONG_FILE)
                .isLessThanOrEqualTo(sources.size());
    }

    @Test
    void everyPackageStatesItsPurposeAndIsNullMarked() {
        Map<Path, String> packages = new HashMap<>();
        Set<Path> folders = new HashSet<>();
        for (Source source : sources) {
            if (source.path().endsWith("package-info.java")) {
                packages.put(source.path().getParent(), source.text());
            } else if (!source.test()) {
                folders.add(source.path().getParent());
            }
        }
        assertThat(folders).allSatisfy(folder -> {
            String text = packages.getOrDefault(folder, "");
            assertThat(text)
                    .as("package-info.java of %s", folder)
                    .startsWith("/**")
                    .contains("@NullMarked");
        });
    }

    @Test
    void publicTypesSayWhatTheyPromise() {
        assertThat(sources.stream().filter(source -> !source.test())).allSatisfy(source -> {
            Matcher type = PUBLIC_TYPE.matcher(source.text());
            while (type.find()) {
                assertThat(withoutAnnotations(source.text().substring(0, type.start())))
                        .as("the Javadoc of %s in %s", type.group(), source.path())
                        .endsWith("*/");
            }
        });
    }

    @Test
    void aPackageLivesInOneModule() {
        Map<String, String> homes = new HashMap<>();
        for (Source source : sources) {
            Matcher name = PACKAGE.matcher(source.text());
            if (!source.test() && name.find()) {
                String home = homes.putIfAbsent(name.group(1), source.module());
                assertThat(home == null || home.equals(source.module()))
                        .as("package %s in %s and %s", name.group(1), source.module(), home)
                        .isTrue();
            }
        }
    }

    @Test
    void nothingIsLeftHalfDone() {
        assertThat(sources.stream().filter(source -> !source.path().endsWith("SourceFilesTest.java")))
                .allSatisfy(
                        source -> assertThat(OPEN_WORK.matcher(source.text()).find())
                                .as("open work in %s", source.path())
                                .isFalse());
    }

    private static long lines(Source source) {
        return source.text().lines().count();
    }

    private static String withoutAnnotations(String before) {
        String rest = before.stripTrailing();
        while (!rest.endsWith("*/")) {
            int line = rest.lastIndexOf('\n');
            if (line < 0 || !rest.startsWith("@", line + 1)) {
                return rest;
            }
            rest = rest.substring(0, line).stripTrailing();
        }
        return rest;
    }
}
