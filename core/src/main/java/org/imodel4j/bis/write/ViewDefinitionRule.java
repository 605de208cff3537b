package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** BisCore:ViewDefinition: its category selector and its display style. */
final class ViewDefinitionRule implements ElementRule {
    @Override
    public String className() {
        return "ViewDefinition";
    }

    @Override
    public Set<String> properties() {
        return Set.of("CategorySelector", "DisplayStyle");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(tables.column("CategorySelector.Id"), tables.column("DisplayStyle.Id"));
    }

    /** Puts the id of a member into a column when the member is there. */
    static void takeId(JsonObject props, String member, int column, ValueRow row) {
        JsonValue given = props.get(member);
        if (!JsonMember.isNull(given)) {
            long id = JsonMember.id(given);
            if (id == 0) {
                row.setNull(column);
            } else {
                row.setLong(column, id);
            }
        }
    }

    /** @throws IModelException BAD_ELEMENT when a view lacks a part, or the id is that of something else */
    static void require(long id, String bisClassName, EditContext context) {
        if (!context.isElement(id, bisClassName)) {
            throw Refusal.of(Status.BAD_ELEMENT, "A view needs a part of the right class", id)
                    .with("class", bisClassName);
        }
    }

    private record Work(int categorySelector, int displayStyle) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            takeId(props, "categorySelectorId", categorySelector, draft.row);
            takeId(props, "displayStyleId", displayStyle, draft.row);
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            require(draft.row.longAt(categorySelector), "CategorySelector", context);
            require(draft.row.longAt(displayStyle), "DisplayStyle", context);
        }
    }
}
