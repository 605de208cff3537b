package org.imodel4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the poms of the modules agree on. */
class PublishedModulesTest {
    /** Not for use from outside. */
    private static final Set<String> OURS_ONLY = Set.of("bom", "examples", "examples/android", "benchmarks");

    private static final Path ROOT = Path.of(System.getProperty("imodel4j.fixtures"))
            .resolve("../../../..")
            .normalize();

    @Test
    void bomNamesEveryPublishedModule() throws IOException {
        List<String> published = found("<module>([^<]+)</module>", "pom.xml").stream()
                .filter(module -> !OURS_ONLY.contains(module))
                .map("imodel4j-"::concat)
                .toList();
        assertThat(found("<dependency>.*<artifactId>([^<]+)</artifactId>", "bom/pom.xml"))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void bomHasTheVersionOfTheBuild() throws IOException {
        assertThat(found("(?m)^  <version>([^<]+)</version>", "bom/pom.xml"))
                .hasSize(1)
                .isEqualTo(found("(?m)^  <version>([^<]+)</version>", "pom.xml"));
    }

    private static List<String> found(String pattern, String pom) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(pom)))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
