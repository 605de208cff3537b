package org.imodel4j.bis.geometry;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Geometry streams as GeometryStreamProps of iTwin.js: an array of objects, each with one member for one entry. */
public final class GeometryStreamJson {
    /** Without one of these that was asked for a stream is not worth having. */
    private static final String[] NEEDED = {"geomPart", "textString", "brep", "image"};

    private GeometryStreamJson() {}

    /**
     * Writes the array for a blob, as iTwin.js 5.7 gives it.
     *
     * @param wantBRepData whether boundary representations come with their data
     * @throws IModelException READ_ERROR when the blob is damaged; a part of the array has been written then
     */
    public static void write(byte[] blob, boolean wantBRepData, JsonWriter out) {
        EntryJsonWriter writer = new EntryJsonWriter(wantBRepData, out);
        out.beginArray();
        GeometryStreamReader.read(blob, writer::write);
        out.endArray();
    }

    /** As {@link #write(byte[], boolean, JsonWriter)}, for entries. */
    public static void write(List<StreamEntry> entries, boolean wantBRepData, JsonWriter out) {
        EntryJsonWriter writer = new EntryJsonWriter(wantBRepData, out);
        out.beginArray();
        entries.forEach(writer::write);
        out.endArray();
    }

    /**
     * The entries that an array describes, one for each object, as they are: {@link GeometryStreamBuilder} makes a stream of them.
     * An object without a member that is known is passed over, as iTwin.js does.
     *
     * @throws IModelException BAD_ARG when an object is not of the form that its member asks for
     */
    public static List<StreamEntry> read(JsonArray props) {
        List<StreamEntry> entries = new ArrayList<>(props.size());
        for (JsonValue item : props.items()) {
            if (item instanceof JsonObject object) {
                StreamEntry entry = EntryJsonReader.tryRead(object);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /**
     * As {@link #read}; geometry and changes of the appearance that are not of the form that their member asks for are passed over too, as in
     * iTwin.js.
     *
     * @throws IModelException BAD_ARG for parts, texts, images and boundary representations of another form
     */
    public static List<StreamEntry> readLenient(JsonArray props) {
        List<StreamEntry> entries = new ArrayList<>(props.size());
        for (JsonValue item : props.items()) {
            if (item instanceof JsonObject object) {
                StreamEntry entry = tryRead(object);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static @Nullable StreamEntry tryRead(JsonObject object) {
        if (object.get("point") != null) {
            // Single points are no geometry that can be stored.
            return null;
        }
        try {
            return EntryJsonReader.tryRead(object);
        } catch (IModelException malformed) {
            for (String member : NEEDED) {
                if (object.get(member) != null) {
                    throw malformed;
                }
            }
            return null;
        }
    }
}
