package org.imodel4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static @Nullable Path on(String os, Map<String, String> environment) {
        return HistoryFile.of(environment, "/home/ada", os);
    }

    @Test
    void historyIsInTheFolderForTheStateOfTheUser() {
        assertThat(on("Linux", Map.of())).isEqualTo(Path.of("/home/ada/.local/state/imodel4j/query-history"));
        assertThat(on("Linux", Map.of("XDG_STATE_HOME", "/state"))).isEqualTo(Path.of("/state/imodel4j/query-history"));
        assertThat(on("Mac OS X", Map.of()))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/imodel4j/query-history"));
        assertThat(on("Windows 11", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/imodel4j/query-history"));
    }

    @Test
    void userMayChooseAnotherFileOrNone() {
        assertThat(on("Linux", Map.of(HistoryFile.VARIABLE, "/tmp/h"))).isEqualTo(Path.of("/tmp/h"));
        assertThat(on("Linux", Map.of(HistoryFile.VARIABLE, "off"))).isNull();
        assertThat(on("Linux", Map.of(HistoryFile.VARIABLE, ""))).isNull();
    }

    @Test
    void onlyTheUserMayReadIt(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("state/imodel4j/query-history");
        assertThat(HistoryFile.prepare(file)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(HistoryFile.prepare(file)).as("a second time").isTrue();
        assertThat(HistoryFile.prepare(file.resolve("below/a/file"))).isFalse();
    }
}
