package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.PolyfaceAuxData;
import org.imodel4j.geometry.shape.TaggedNumericData;

/** Writes meshes in the form that {@link PolyfaceReader} reads. */
final class PolyfaceWriter {
    private PolyfaceWriter() {}

    static void write(FlatWriter to, IndexedPolyface mesh) {
        to.in(FlatWriter.Order.AS_GIVEN)
                .int32(10, mesh.numPerFace())
                .int32(11, mesh.numPerRow())
                .int32(12, mesh.meshStyle())
                .bool(13, mesh.twoSided());
        ShapeWriter.points(to, 0, mesh.points());
        to.reals(1, mesh.params().toArray());
        ShapeWriter.points(to, 2, mesh.normals());
        to.reals(3, mesh.doubleColors().toArray())
                .ints(4, mesh.intColors().toArray())
                .ints(5, mesh.pointIndex().toArray())
                .ints(6, mesh.paramIndex().toArray())
                .ints(7, mesh.normalIndex().toArray())
                .ints(8, mesh.colorIndex().toArray())
                .ints(9, mesh.colorTable().toArray())
                .ints(14, mesh.faceIndex().toArray())
                .reals(15, mesh.faceData().toArray());
        PolyfaceAuxData auxData = mesh.auxData();
        if (auxData != null) {
            to.table(16, table -> auxData(table, auxData));
        }
        to.int32(17, mesh.expectedClosure());
        TaggedNumericData tags = mesh.taggedNumericData();
        if (tags != null) {
            to.table(18, table -> tags(table, tags));
        }
        to.ints(19, mesh.edgeMateIndex().toArray());
    }

    private static void tags(FlatWriter to, TaggedNumericData tags) {
        to.int32(0, tags.tagA())
                .int32(1, tags.tagB())
                .ints(2, tags.intData().toArray())
                .reals(3, tags.doubleData().toArray());
    }

    private static void auxData(FlatWriter to, PolyfaceAuxData auxData) {
        to.ints(0, auxData.indices().toArray()).tables(1, auxData.channels(), PolyfaceWriter::channel);
    }

    private static void channel(FlatWriter to, PolyfaceAuxData.Channel channel) {
        to.int32(0, channel.dataType());
        if (channel.name() != null) {
            to.text(1, channel.name());
        }
        if (channel.inputName() != null) {
            to.text(2, channel.inputName());
        }
        to.tables(3, channel.data(), (table, data) -> table.real(0, data.input())
                .reals(1, data.values().toArray()));
    }
}
