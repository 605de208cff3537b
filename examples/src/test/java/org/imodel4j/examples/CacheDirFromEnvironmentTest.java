package org.imodel4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.imodel4j.host.IModelHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirFromEnvironmentTest {
    @TempDir
    private Path dir;

    @Test
    void environmentSaysWhereTheHostKeepsItsFiles() {
        Path wanted = dir.resolve("service").resolve("cache");
        try (IModelHost host =
                CacheDirFromEnvironment.start(Map.of(CacheDirFromEnvironment.VARIABLE, wanted.toString()))) {
            assertThat(host.cacheDir()).isEqualTo(wanted);
            assertThat(wanted).isDirectory();
            assertThat(host.profileDir()).startsWith(wanted).isDirectory();
        }
    }
}
