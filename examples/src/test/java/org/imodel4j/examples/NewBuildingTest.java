package org.imodel4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.imodel4j.imodel.SnapshotDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewBuildingTest {
    @Test
    void theBuildingHasItsWallAndItsColumns(@TempDir Path folder) {
        Path file = folder.resolve("new.bim");
        NewBuilding.make(file);
        try (SnapshotDb iModel = SnapshotDb.open(file)) {
            assertThat(iModel.name()).isEqualTo("New building");
            long rows = iModel.read(connection -> {
                try (var cursor = connection.query(
                        "SELECT count(*) FROM Generic.PhysicalObject o JOIN bis.SpatialIndex i ON i.ECInstanceId=o.ECInstanceId")) {
                    assertThat(cursor.step()).isTrue();
                    return cursor.getLong(0);
                }
            });
            assertThat(rows).isEqualTo(1001);
        }
    }
}
