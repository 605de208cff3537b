package org.imodel4j.bis.element;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.imodel.SnapshotDb;

/** A new iModel, for the code specs in it. */
final class CodeSpecsFixture {
    private CodeSpecsFixture() {}

    static SnapshotDb open(Path folder) throws IOException {
        Path fixture = Path.of(System.getProperty("imodel4j.fixtures", "."), "empty.bim");
        return SnapshotDb.open(Files.copy(fixture, folder.resolve("empty.bim")));
    }
}
