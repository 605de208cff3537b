package org.imodel4j.geometry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedPlacementsTest {
    @Test
    void rangesOfTurnedPlacementsAreThoseOfTheReferenceToTheLastBit() throws IOException {
        assertThat(recorded()).hasSizeGreaterThan(200).allSatisfy(each -> {
            Placement3d placement = new Placement3d(
                    new Point3d(each[0], each[1], each[2]),
                    new YawPitchRollAngles(each[3], each[4], each[5]),
                    Range3d.NULL
                            .extend(new Point3d(each[6], each[7], each[8]))
                            .extend(new Point3d(each[9], each[10], each[11])));
            Range3d range = placement.worldRange();
            Point3d low = range.low();
            Point3d high = range.high();
            // Boxed doubles are equal when their bits are, so that a negative zero counts.
            assertThat(List.of(low.x(), low.y(), low.z(), high.x(), high.y(), high.z()))
                    .isEqualTo(Arrays.stream(each, 12, 18).boxed().toList());
        });
    }

    private static List<double[]> recorded() throws IOException {
        try (InputStream file = RecordedPlacementsTest.class.getResourceAsStream("/placements.txt")) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }
}
