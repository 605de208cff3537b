package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeCommandTest {
    @TempDir
    private Path dir;

    private Path copy() throws IOException {
        return Files.copy(Path.of(System.getProperty("imodel4j.fixtures", ""), "empty.bim"), dir.resolve("house.bim"));
    }

    private Path old() throws IOException {
        Path file = copy();
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file))) {
            database.execute("UPDATE ec_Schema SET VersionDigit3=24 WHERE Name='BisCore';"
                    + "UPDATE be_Prop SET StrData='{\"major\":2,\"minor\":0,\"sub1\":0,\"sub2\":5}'"
                    + " WHERE Namespace='dgn_Db' AND Name='SchemaVersion'");
        }
        return file;
    }

    @Test
    void anOldFileIsCopiedAndUpgraded() throws IOException {
        Path file = old();
        Ran ran = Ran.imodel("upgrade", file.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines())
                .containsExactly(
                        "Upgraded " + file + ", copied before to " + file + ".before-upgrade",
                        "  profile dgn 2.0.0.5 to 2.0.0.7",
                        "  BisCore 01.00.24 to 01.00.25");
        assertThat(Ran.imodel("info", file + ".before-upgrade").out()).contains("2.0.0.5", "BisCore 01.00.24");
        assertThat(Ran.imodel("info", file.toString()).out()).contains("2.0.0.7", "BisCore 01.00.25");
        assertThat(Ran.imodel("upgrade", file.toString()).out()).isEqualTo(file + " is up to date\n");
    }

    @Test
    void theCopyGoesWhereItIsWanted() throws IOException {
        Path file = old();
        Path kept = Files.createDirectory(dir.resolve("kept"));
        Ran ran = Ran.imodel("upgrade", file.toString(), "--keep", kept.toString(), "--format", "json");
        assertThat(ran.out())
                .isEqualTo("{\"file\":\"" + file + "\",\"changed\":true,\"copy\":\"" + kept
                        + "/house.bim.before-upgrade\",\"before\":{\"be\":\"3.1.0.2\",\"ec\":\"4.0.0.5\",\"dgn\":\"2.0.0.5\"},"
                        + "\"after\":{\"be\":\"3.1.0.2\",\"ec\":\"4.0.0.5\",\"dgn\":\"2.0.0.7\"},"
                        + "\"schemas\":[{\"name\":\"BisCore\",\"before\":\"01.00.24\",\"after\":\"01.00.25\"}]}\n");
        assertThat(kept.resolve("house.bim.before-upgrade")).exists();
    }

    @Test
    void whatCanNotBeUpgradedIsOneLineOfError() throws IOException {
        Path file = old();
        Files.writeString(dir.resolve("house.bim.before-upgrade"), "mine");
        Ran ran = Ran.imodel("upgrade", file.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("house.bim.before-upgrade");
        String nowhere = dir.resolve("nowhere").toString();
        assertThat(Ran.imodel("upgrade", file.toString(), "--keep", nowhere).err())
                .contains(nowhere)
                .contains("The copy can not be made");
        assertThat(Ran.imodel("upgrade", dir.resolve("gone.bim").toString()).exit())
                .isEqualTo(1);
    }
}
