package org.imodel4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNameResolverTest {
    @TempDir
    Path dir;

    private Path file(String name) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name).toRealPath();
    }

    @Test
    void filesBelowAFolderAreFoundByTheirPath() throws IOException {
        Path inside = file("open/deep/a.bim");
        FileNameResolver files = FileNameResolver.filesBelow(List.of(dir.resolve("open")));
        assertThat(files.tryResolveFileName(inside.toString())).isEqualTo(inside);
        assertThat(files.tryResolveFileName(dir + "/open/../open/deep/./a.bim")).isEqualTo(inside);
        assertThat(files.tryResolveKey(inside.toString())).isNull();
    }

    @Test
    void nothingElseIsFound() throws IOException {
        Path inside = file("open/a.bim");
        Path outside = file("other/b.bim");
        file("open2/c.bim");
        Files.createSymbolicLink(dir.resolve("open/link.bim"), outside);
        Files.createSymbolicLink(dir.resolve("open/folder"), outside.getParent());
        FileNameResolver files = FileNameResolver.filesBelow(List.of(dir.resolve("open")));
        for (String name : List.of(
                outside.toString(),
                dir + "/open/../other/b.bim",
                dir + "/open2/c.bim",
                dir + "/open/link.bim",
                dir + "/open/folder/b.bim",
                dir + "/open",
                dir + "/open/missing.bim",
                inside + "\u0000",
                "")) {
            assertThat(files.tryResolveFileName(name)).as(name).isNull();
        }
    }

    @Test
    void aFolderThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> FileNameResolver.filesBelow(List.of(dir.resolve("nowhere"))))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("nowhere");
    }
}
