package org.imodel4j.imodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that stand inside of an iModel: file properties {@code dgn_Font/EmbeddedFaceData}, the faces as JSON, the font's file as bytes. Those of
 * an open iModel are safe for use by several threads, those of a writer are used by its owner.
 */
public final class EmbeddedFonts {
    static final String NAMESPACE = "dgn_Font";
    static final String NAME = "EmbeddedFaceData";

    private final StatementSource file;
    private final FileProperties properties;

    EmbeddedFonts(StatementSource file) {
        this.file = file;
        this.properties = new FileProperties(file);
    }

    /** One file of a font and the faces in it. */
    public record EmbeddedFont(long id, List<FontFace> faces) {
        public EmbeddedFont {
            faces = List.copyOf(faces);
        }
    }

    static FileProperty property(long id) {
        return new FileProperty(NAMESPACE, NAME, id, 0);
    }

    /**
     * All of them by id.
     *
     * @throws IModelException BE_SQLITE_CORRUPT when the faces of one are no faces
     */
    public List<EmbeddedFont> all() {
        return file.statements(statements -> {
            List<EmbeddedFont> fonts = new ArrayList<>();
            try (Lease lease = statements.acquire(
                    "SELECT Id,StrData FROM be_Prop WHERE Namespace='dgn_Font' AND Name='EmbeddedFaceData' AND SubId=0 ORDER BY Id")) {
                SqliteStatement row = lease.statement();
                while (row.step()) {
                    fonts.add(new EmbeddedFont(row.columnLong(0), faces(row.columnLong(0), row.columnText(1))));
                }
            }
            return List.copyOf(fonts);
        });
    }

    /**
     * The file of a font; null when there is none of that id.
     *
     * @throws IModelException as {@link FileProperties#tryBytes}
     */
    public byte @Nullable [] tryData(long id) {
        return properties.tryBytes(property(id));
    }

    static String toText(List<FontFace> faces) {
        List<JsonValue> items = new ArrayList<>();
        for (FontFace face : faces) {
            items.add(JsonObject.builder()
                    .put("subId", face.subId())
                    .put("type", face.type().number())
                    .put("familyName", face.familyName())
                    .put("faceName", face.style().name().toLowerCase(Locale.ROOT))
                    .putIfPresent("encoding", face.encoding())
                    .build());
        }
        return Json.write(new JsonArray(items));
    }

    private static List<FontFace> faces(long id, @Nullable String text) {
        try {
            if (text == null || !(Json.parse(text) instanceof JsonArray array)) {
                throw damaged(id, null);
            }
            List<FontFace> faces = new ArrayList<>();
            for (JsonValue item : array.items()) {
                faces.add(face(id, item));
            }
            return faces;
        } catch (IModelException e) {
            throw e.errorNumber() == Status.BE_SQLITE_CORRUPT.number() ? e : damaged(id, e);
        }
    }

    private static FontFace face(long id, JsonValue item) {
        if (!(item instanceof JsonObject face)) {
            throw damaged(id, null);
        }
        JsonValue.Number type = face.number("type");
        JsonValue.Number subId = face.number("subId");
        String family = face.text("familyName");
        if (type == null || family == null) {
            throw damaged(id, null);
        }
        return new FontFace(
                FontType.ofNumber((int) type.exact()),
                family,
                style(id, face.text("faceName")),
                subId == null ? 0 : (int) subId.exact(),
                face.object("encoding"));
    }

    private static FontFace.Style style(long id, @Nullable String name) {
        for (FontFace.Style style : FontFace.Style.values()) {
            if (style.name().toLowerCase(Locale.ROOT).equals(name)) {
                return style;
            }
        }
        throw damaged(id, null);
    }

    private static IModelException damaged(long id, @Nullable Throwable cause) {
        return new IModelException(Status.BE_SQLITE_CORRUPT, "The faces of an embedded font are no faces", cause)
                .with("id", id);
    }
}
