package org.imodel4j.bis.write;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.imodel4j.bis.geometry.BuiltGeometry;
import org.imodel4j.bis.geometry.GeometryStreamBuilder;
import org.imodel4j.bis.geometry.GeometryStreamJson;
import org.imodel4j.bis.geometry.GeometryStreamReader;
import org.imodel4j.bis.geometry.GeometryStreamWriter;
import org.imodel4j.bis.geometry.StreamEntry;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The geometry that props bring: {@code elementGeometryBuilderParams}, {@code geom} or {@code geomBinary}, the first of them that is there.
 *
 * <p>As in iTwin.js, geometry in JSON that is not understood is passed over, and where one of the others can not be stored nothing is. Operations as bytes
 * are refused instead.
 */
final class GeometryProps {
    private static final int HEAD = 8;
    private static final int MAX_OPERATION = 1 << 28;

    private GeometryProps() {}

    /**
     * Null when there is no geometry to be stored; an empty blob when what the element has is to go.
     *
     * @param flat for an element in the plane
     * @throws IModelException BAD_ARG for operations that can not be read
     */
    static @Nullable GeometryInput read(JsonObject props, boolean flat, ElementDraft draft, EditContext context) {
        boolean part = draft.plan.geometricColumns() == null;
        long category = draft.categoryGiven ? draft.category : presentCategory(draft, context);
        GeometryStreamBuilder builder = part
                ? GeometryStreamBuilder.forPart(true, context.geometryLookup())
                : GeometryStreamBuilder.forElement(category, !flat, context.geometryLookup());
        JsonValue operations = props.get("elementGeometryBuilderParams");
        if (operations != null && !JsonMember.isNull(operations)) {
            return ofOperations(operations, builder, draft);
        }
        JsonValue described = props.get("geom");
        if (described != null && !JsonMember.isNull(described)) {
            return described instanceof JsonArray entries ? ofJson(entries, builder) : null;
        }
        byte[] binary = ScalarSetter.tryBytes(props.get("geomBinary"));
        return binary == null || binary.length == 0 ? null : new GeometryInput(GeometryStreamWriter.pack(binary), null);
    }

    private static long presentCategory(ElementDraft draft, EditContext context) {
        GeometricColumns columns = draft.plan.geometricColumns();
        return columns == null || draft.insert ? 0 : context.number(columns.categoryQuery(), draft.id);
    }

    private static @Nullable GeometryInput ofJson(JsonArray entries, GeometryStreamBuilder builder) {
        try {
            List<StreamEntry> read = GeometryStreamJson.readLenient(entries);
            for (StreamEntry entry : read) {
                if (entry instanceof StreamEntry.BRep brep && brep.data().length == 0) {
                    return null;
                }
            }
            GeometryInput input = input(builder.appendAll(read).build());
            return input.box() == null || PlacementDraft.hasRoom(input.box()) ? input : null;
        } catch (IModelException notStorable) {
            if (notStorable.errorNumber() == Status.BAD_ARG.number()
                    || notStorable.errorNumber() == Status.NO_GEOMETRY.number()) {
                return null;
            }
            throw notStorable;
        }
    }

    private static GeometryInput input(BuiltGeometry built) {
        return new GeometryInput(built.blob(), built.boxIsWhole() ? built.box() : null);
    }

    private static @Nullable GeometryInput ofOperations(
            JsonValue given, GeometryStreamBuilder builder, ElementDraft draft) {
        JsonObject params = given instanceof JsonObject object ? object : JsonObject.EMPTY;
        if (!(params.get("entryArray") instanceof JsonArray entries)) {
            throw new IModelException(Status.BAD_ARG, "An array was expected").with("member", "entryArray");
        }
        if (entries.size() == 0) {
            return draft.insert ? null : new GeometryInput(new byte[0], null);
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            append(entries.items().get(i), i, stream);
        }
        if (Boolean.TRUE.equals(params.bool("viewIndependent"))) {
            builder.append(new StreamEntry.Header(StreamEntry.Header.VIEW_INDEPENDENT));
        }
        try {
            return input(builder.appendAll(GeometryStreamReader.readUnpacked(stream.toByteArray()))
                    .build());
        } catch (IModelException malformed) {
            throw new IModelException(Status.BAD_ARG, "BuildGeometryStream failed", malformed)
                    .with("reason", malformed.getMessage());
        }
    }

    /** {@code {opcode, data}}, as an operation of a stream. */
    private static void append(JsonValue entry, int index, ByteArrayOutputStream to) {
        JsonObject operation = entry instanceof JsonObject object ? object : JsonObject.EMPTY;
        byte[] data = ScalarSetter.tryBytes(operation.get("data"));
        int opCode = JsonMember.integer(operation.get("opcode"));
        if (data == null || data.length > MAX_OPERATION) {
            throw new IModelException(Status.BAD_ARG, "BuildGeometryStream failed: an operation without data")
                    .with("entry", index);
        }
        int padded = (data.length + HEAD - 1) / HEAD * HEAD;
        for (int number : new int[] {opCode, padded}) {
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                to.write(number >>> shift);
            }
        }
        to.write(data, 0, data.length);
        to.write(new byte[padded - data.length], 0, padded - data.length);
    }
}
