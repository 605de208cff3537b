package org.imodel4j.imodeljson;

import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.geometry.shape.PolyfaceAuxData;
import org.imodel4j.geometry.shape.TaggedNumericData;
import org.imodel4j.json.JsonWriter;

/** Meshes, as a member of the object that is open. */
final class MeshWriter {
    private static final byte[] MESH = JsonWriter.encodeName("indexedMesh");
    private static final byte[] POINT = JsonWriter.encodeName("point");
    private static final byte[] POINT_INDEX = JsonWriter.encodeName("pointIndex");
    private static final byte[] COLOR = JsonWriter.encodeName("color");
    private static final byte[] COLOR_INDEX = JsonWriter.encodeName("colorIndex");
    private static final byte[] PARAM = JsonWriter.encodeName("param");
    private static final byte[] PARAM_INDEX = JsonWriter.encodeName("paramIndex");
    private static final byte[] NORMAL = JsonWriter.encodeName("normal");
    private static final byte[] NORMAL_INDEX = JsonWriter.encodeName("normalIndex");
    private static final byte[] FACE_DATA = JsonWriter.encodeName("faceData");
    private static final byte[] FACE_INDEX = JsonWriter.encodeName("faceIndex");
    private static final byte[] INT_DATA = JsonWriter.encodeName("intData");
    private static final byte[] DOUBLE_DATA = JsonWriter.encodeName("doubleData");
    private static final byte[] INDICES = JsonWriter.encodeName("indices");
    private static final byte[] VALUES = JsonWriter.encodeName("values");

    private MeshWriter() {}

    static void write(IndexedPolyface mesh, JsonWriter out) {
        out.name(MESH).beginObject();
        Values.points(POINT, mesh.points(), out);
        Values.integers(POINT_INDEX, mesh.pointIndex(), out);
        if (mesh.numPerFace() > 0) {
            out.name("numPerFace").value((long) mesh.numPerFace());
        }
        out.name("twoSided").value(mesh.twoSided());
        if (mesh.expectedClosure() == 1 || mesh.expectedClosure() == 2) {
            out.name("expectedClosure").value((long) mesh.expectedClosure());
        }
        colors(mesh.intColors(), out);
        index(COLOR_INDEX, mesh.colorIndex(), out);
        if (!mesh.params().isEmpty()) {
            Values.rows(PARAM, mesh.params(), 2, out);
        }
        index(PARAM_INDEX, mesh.paramIndex(), out);
        if (!mesh.normals().isEmpty()) {
            Values.points(NORMAL, mesh.normals(), out);
        }
        index(NORMAL_INDEX, mesh.normalIndex(), out);
        if (!mesh.faceData().isEmpty()) {
            Values.rows(FACE_DATA, mesh.faceData(), 8, out);
        }
        index(FACE_INDEX, mesh.faceIndex(), out);
        TaggedNumericData tags = mesh.taggedNumericData();
        if (tags != null) {
            tags(tags, out);
        }
        PolyfaceAuxData auxData = mesh.auxData();
        if (auxData != null) {
            auxData(auxData, out);
        }
        out.endObject();
    }

    private static void index(byte[] name, IntList indices, JsonWriter out) {
        if (!indices.isEmpty()) {
            Values.integers(name, indices, out);
        }
    }

    private static void colors(IntList colors, JsonWriter out) {
        if (colors.isEmpty()) {
            return;
        }
        out.name(COLOR).beginArray();
        for (int i = 0; i < colors.size(); i++) {
            out.value(Integer.toUnsignedLong(colors.get(i)));
        }
        out.endArray();
    }

    private static void tags(TaggedNumericData tags, JsonWriter out) {
        out.name("tags").beginObject();
        out.name("tagA").value((long) tags.tagA()).name("tagB").value((long) tags.tagB());
        index(INT_DATA, tags.intData(), out);
        if (!tags.doubleData().isEmpty()) {
            Values.numbers(DOUBLE_DATA, tags.doubleData(), out);
        }
        out.endObject();
    }

    private static void auxData(PolyfaceAuxData auxData, JsonWriter out) {
        out.name("auxData").beginObject();
        Values.integers(INDICES, auxData.indices(), out);
        out.name("channels").beginArray();
        for (PolyfaceAuxData.Channel channel : auxData.channels()) {
            String name = channel.name();
            String inputName = channel.inputName();
            out.beginObject();
            out.name("dataType").value((long) channel.dataType());
            out.name("name").value(name == null ? "" : name);
            out.name("inputName").value(inputName == null ? "" : inputName);
            out.name("data").beginArray();
            for (PolyfaceAuxData.Data data : channel.data()) {
                out.beginObject().name("input").value(data.input());
                Values.numbers(VALUES, data.values(), out);
                out.endObject();
            }
            out.endArray().endObject();
        }
        out.endArray().endObject();
    }
}
