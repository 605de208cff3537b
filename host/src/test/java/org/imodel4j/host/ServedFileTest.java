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

class ServedFileTest {
    @TempDir
    private Path dir;

    private Path file(String name) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private static List<String> keys(Path... arguments) {
        return ServedFile.of(List.of(arguments)).stream().map(ServedFile::key).toList();
    }

    @Test
    void keyIsTheNameWithoutItsExtension() throws IOException {
        assertThat(keys(file("a.b.bim"), file("x/tower.bim"))).containsExactly("a.b", "tower");
    }

    @Test
    void directoriesStandForTheIModelsBelowThem() throws IOException {
        file("s/one.bim");
        file("s/deep/two.BIM");
        file("s/deep/notes.txt");
        assertThat(keys(dir.resolve("s"))).containsExactly("two", "one");
    }

    @Test
    void equalNamesGetTheirFolder() throws IOException {
        file("s/north/tower.bim");
        file("s/south/tower.bim");
        file("s/tower.bim");
        file("s/other.bim");
        assertThat(keys(dir.resolve("s"))).containsExactly("north/tower", "other", "south/tower", "tower");
        assertThat(keys(dir.resolve("s/north/tower.bim"), dir.resolve("s/south/tower.bim")))
                .containsExactly("north/tower", "south/tower");
    }

    @Test
    void fileNamedTwiceIsServedOnce() throws IOException {
        Path file = file("s/tower.bim");
        assertThat(keys(file, dir.resolve("s"), dir.resolve("s/../s/tower.bim")))
                .containsExactly("tower");
    }

    @Test
    void filesThatComeToOneKeyAreRefusedByName() throws IOException {
        file("a/s/tower.bim");
        file("b/s/tower.bim");
        assertThatThrownBy(() -> keys(dir.resolve("a"), dir.resolve("b")))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("a/s/tower.bim")
                .hasMessageContaining("b/s/tower.bim");
    }

    @Test
    void whatDoesNotExistIsRefusedByName() throws IOException {
        assertThatThrownBy(() -> keys(dir.resolve("gone.bim"))).hasMessageContaining("gone.bim");
        Files.createDirectory(dir.resolve("empty"));
        assertThatThrownBy(() -> keys(dir.resolve("empty"))).hasMessageContaining("empty");
    }
}
