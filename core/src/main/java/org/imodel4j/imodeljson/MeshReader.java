package org.imodel4j.imodeljson;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.geometry.shape.Points3d;
import org.imodel4j.geometry.shape.PolyfaceAuxData;
import org.imodel4j.geometry.shape.TaggedNumericData;
import org.jspecify.annotations.Nullable;

/**
 * Meshes. Indices count from one and stay as they are; each points to what is there. {@code edgeMateIndex}, which only
 * TypeScript knows, is left out as the native library does.
 */
final class MeshReader {
    private MeshReader() {}

    static IndexedPolyface read(JsonInput input) {
        JsonInput pointIndex = input.member("pointIndex");
        IntList facets = pointIndex.integers(false);
        if (facets.isEmpty()) {
            throw pointIndex.refused("is empty");
        }
        Points3d points = input.member("point").points(1);
        inRange(pointIndex, facets, points.size());
        JsonInput twoSided = input.tryMember("twoSided");
        IndexedPolyface.Builder mesh = IndexedPolyface.builder()
                .points(points)
                .pointIndex(facets)
                .numPerFace(numPerFace(input))
                .twoSided(twoSided == null || twoSided.flag())
                .expectedClosure(input.integer("expectedClosure", 0))
                .faceIndex(input.integers("faceIndex"))
                .auxData(auxData(input.tryMember("auxData")))
                .taggedNumericData(tags(input.tryMember("tags")));
        JsonInput normals = indexed(input, "normal", "normalIndex");
        if (normals != null) {
            Points3d directions = normals.points(0);
            mesh.normals(directions).normalIndex(index(input, "normalIndex", directions.size(), facets.size()));
        }
        JsonInput params = indexed(input, "param", "paramIndex");
        if (params != null) {
            DoubleList uv = DoubleList.ofTrusted(params.rows(2));
            mesh.params(uv).paramIndex(index(input, "paramIndex", uv.size() / 2, facets.size()));
        }
        JsonInput colors = indexed(input, "color", "colorIndex");
        if (colors != null) {
            IntList numbers = colors.integers(true);
            mesh.intColors(numbers).colorIndex(index(input, "colorIndex", numbers.size(), facets.size()));
        }
        JsonInput faces = input.tryMember("faceData");
        if (faces != null) {
            mesh.faceData(DoubleList.ofTrusted(faces.rows(8)));
        }
        return mesh.build();
    }

    private static int numPerFace(JsonInput input) {
        int places = input.integer("numPerFace", 0);
        if (places < 0) {
            throw input.member("numPerFace").refused("is negative");
        }
        return places;
    }

    /** A member that has to be there when there are indices for it. */
    private static @Nullable JsonInput indexed(JsonInput input, String name, String index) {
        return input.tryMember(index) == null ? input.tryMember(name) : input.member(name);
    }

    /** The indices of a member, as many as those of the points; none when it is missing. */
    private static IntList index(JsonInput input, String name, int count, int length) {
        JsonInput member = input.tryMember(name);
        if (member == null) {
            return IntList.EMPTY;
        }
        IntList indices = member.integers(false);
        if (indices.size() != length) {
            throw member.refused("has another length than pointIndex");
        }
        inRange(member, indices, count);
        return indices;
    }

    private static void inRange(JsonInput input, IntList indices, int count) {
        for (int i = 0; i < indices.size(); i++) {
            int index = indices.get(i);
            if (index > count || index < -count) {
                throw input.refusedItem(i, "points to nothing");
            }
        }
    }

    private static @Nullable TaggedNumericData tags(@Nullable JsonInput input) {
        if (input == null) {
            return null;
        }
        JsonInput numbers = input.tryMember("doubleData");
        return new TaggedNumericData(
                input.member("tagA").integer(),
                input.integer("tagB", 0),
                input.integers("intData"),
                numbers == null ? DoubleList.EMPTY : numbers.numbers());
    }

    private static @Nullable PolyfaceAuxData auxData(@Nullable JsonInput input) {
        if (input == null) {
            return null;
        }
        JsonInput items = input.member("channels");
        List<PolyfaceAuxData.Channel> channels = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            channels.add(channel(items.item(i)));
        }
        return new PolyfaceAuxData(channels, input.member("indices").integers(false));
    }

    private static PolyfaceAuxData.Channel channel(JsonInput input) {
        JsonInput items = input.member("data");
        List<PolyfaceAuxData.Data> data = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            JsonInput item = items.item(i);
            data.add(new PolyfaceAuxData.Data(
                    item.number("input"), item.member("values").numbers()));
        }
        JsonInput inputName = input.tryMember("inputName");
        return new PolyfaceAuxData.Channel(
                input.member("dataType").integer(),
                input.member("name").text(),
                inputName == null ? "" : inputName.text(),
                data);
    }
}
