package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;

/** The font numbers of one iModel. Safe for use by several threads. */
public final class Fonts {
    private final ConnectionSource source;

    public Fonts(ConnectionSource source) {
        this.source = source;
    }

    /**
     * One font.
     *
     * @param type 1 TrueType, 2 RSC, 3 SHX
     */
    public record Font(long id, int type, String name) {
        /** {@code {id, type, name}}. */
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("id", id)
                    .put("type", type)
                    .put("name", name)
                    .build();
        }
    }

    /** All of them by id. */
    public List<Font> all() {
        return source.read(connection -> {
            List<Font> fonts = new ArrayList<>();
            try (Lease lease = connection.statements().acquire("SELECT Id,Type,Name FROM dgn_Font ORDER BY Id")) {
                SqliteStatement row = lease.statement();
                while (row.step()) {
                    String name = row.columnText(2);
                    fonts.add(new Font(row.columnLong(0), (int) row.columnLong(1), name == null ? "" : name));
                }
            }
            return List.copyOf(fonts);
        });
    }

    /** {@code {fonts: [{id, type, name}]}}. */
    public JsonObject toJson() {
        List<JsonValue> fonts = new ArrayList<>();
        for (Font font : all()) {
            fonts.add(font.toJson());
        }
        return JsonObject.builder().put("fonts", new JsonArray(fonts)).build();
    }
}
