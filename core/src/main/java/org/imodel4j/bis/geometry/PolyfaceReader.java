package org.imodel4j.bis.geometry;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.geometry.shape.PolyfaceAuxData;
import org.imodel4j.geometry.shape.TaggedNumericData;

/** Reads meshes; {@link PolyfaceWriter} has the numbers of fields. */
final class PolyfaceReader {
    private PolyfaceReader() {}

    static IndexedPolyface read(FlatTable table) {
        double[] params = table.reals(1);
        if (params.length % 2 != 0) {
            throw Damaged.stream("the texture coordinates of a mesh");
        }
        FlatTable auxData = table.tryTable(16);
        FlatTable tags = table.tryTable(18);
        return IndexedPolyface.builder()
                .points(ShapeReader.points(table, 0))
                .params(DoubleList.ofTrusted(params))
                .normals(ShapeReader.points(table, 2))
                .doubleColors(ShapeReader.numbers(table, 3))
                .intColors(ints(table, 4))
                .pointIndex(ints(table, 5))
                .paramIndex(ints(table, 6))
                .normalIndex(ints(table, 7))
                .colorIndex(ints(table, 8))
                .colorTable(ints(table, 9))
                .numPerFace(table.int32(10))
                .numPerRow(table.int32(11))
                .meshStyle(table.int32(12))
                .twoSided(table.bool(13))
                .faceIndex(ints(table, 14))
                .faceData(ShapeReader.numbers(table, 15))
                .auxData(auxData == null ? null : auxData(auxData))
                .expectedClosure(table.int32(17))
                .taggedNumericData(tags == null ? null : tags(tags))
                .edgeMateIndex(ints(table, 19))
                .build();
    }

    private static IntList ints(FlatTable table, int field) {
        return IntList.ofTrusted(table.ints(field));
    }

    private static TaggedNumericData tags(FlatTable table) {
        return new TaggedNumericData(table.int32(0), table.int32(1), ints(table, 2), ShapeReader.numbers(table, 3));
    }

    private static PolyfaceAuxData auxData(FlatTable table) {
        FlatVector tables = table.vector(1, Integer.BYTES);
        List<PolyfaceAuxData.Channel> channels = new ArrayList<>(tables.size());
        for (int i = 0; i < tables.size(); i++) {
            channels.add(channel(tables.table(i)));
        }
        return new PolyfaceAuxData(channels, ints(table, 0));
    }

    private static PolyfaceAuxData.Channel channel(FlatTable table) {
        FlatVector tables = table.vector(3, Integer.BYTES);
        List<PolyfaceAuxData.Data> data = new ArrayList<>(tables.size());
        for (int i = 0; i < tables.size(); i++) {
            FlatTable values = tables.table(i);
            data.add(new PolyfaceAuxData.Data(values.real(0), ShapeReader.numbers(values, 1)));
        }
        return new PolyfaceAuxData.Channel(table.int32(0), table.tryText(1), table.tryText(2), data);
    }
}
