package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** BisCore:Texture: an image, with its format, size and flags. */
final class TextureRule implements ElementRule {
    @Override
    public String className() {
        return "Texture";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Data", "Description", "Flags", "Format", "Height", "Width");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(
                tables.column("Description"),
                tables.column("Data"),
                tables.column("Format"),
                tables.column("Width"),
                tables.column("Height"),
                tables.column("Flags"));
    }

    private record Work(int description, int data, int format, int width, int height, int flags)
            implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            CategoryRule.takeText(props.get("description"), description, draft.row);
            byte[] image = ScalarSetter.tryBytes(props.get("data"));
            if (image != null) {
                draft.row.setBlob(data, image);
            }
            takeNumber(props.get("format"), format, draft.row);
            takeNumber(props.get("width"), width, draft.row);
            takeNumber(props.get("height"), height, draft.row);
        }

        private static void takeNumber(@Nullable JsonValue given, int column, ValueRow row) {
            if (!JsonMember.isNull(given)) {
                row.setLong(column, JsonMember.integer(given));
            }
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            if (!draft.row.isSet(description)) {
                draft.row.setText(description, "");
            }
            for (int column : new int[] {format, width, height, flags}) {
                if (!draft.row.isSet(column)) {
                    draft.row.setLong(column, 0);
                }
            }
        }

        @Override
        public void checkDelete(long id, boolean purge, EditContext context) {
            PurgedRule.check(id, purge);
        }
    }
}
