package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** BisCore:UrlLink: empty texts are stored as NULL. */
final class UrlLinkRule implements ElementRule {
    @Override
    public String className() {
        return "UrlLink";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Url", "Description");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(tables.column("Url"), tables.column("Description"));
    }

    private record Work(int url, int description) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            JsonValue address = props.get("url");
            if (!JsonMember.isNull(address)) {
                put(JsonMember.text(address), url, draft.row);
            }
            JsonValue text = props.get("description");
            if (!JsonMember.isNull(text)) {
                put(JsonMember.text(text), description, draft.row);
            }
        }

        private static void put(String text, int column, ValueRow row) {
            if (text.isEmpty()) {
                row.setNull(column);
            } else {
                row.setText(column, text);
            }
        }
    }
}
