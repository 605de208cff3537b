package org.imodel4j.bis.write;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/** BisCore:SubCategory: it stands below a category, and its appearance is stored without the members that say what holds anyway. */
final class SubCategoryRule implements ElementRule {
    /** White, which shows on black and white. */
    private static final String DEFAULT = "{\"color\":16777215}";

    private static final String CODE_SPEC = "bis:SubCategory";

    @Override
    public String className() {
        return "SubCategory";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Description", "Properties", "Rank");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(
                tables.column("Description"),
                tables.column("Properties"),
                tables.selectText(tables.column("Properties")));
    }

    /** The sub-category that every category has: of the same name, one id higher, without a description. */
    static void insertDefault(ElementDraft category, EditContext context) {
        ECClass subCategory = context.schemas().getClass("BisCore:SubCategory");
        ECClass owns = context.schemas().getClass("BisCore:CategoryOwnsSubCategories");
        ElementPlan plan = context.plans().of(subCategory);
        ElementDraft draft = context.draft(plan, true);
        draft.idGiven = true;
        draft.id = category.idGiven ? category.id + 1 : context.elementIds().next();
        if (category.idGiven) {
            context.elementIds().raise(draft.id);
        }
        draft.model = category.model;
        draft.codeGiven = true;
        draft.codeSpec = context.codeSpec(CODE_SPEC);
        draft.codeScope = category.id;
        draft.codeValue = category.codeValue;
        draft.parentGiven = true;
        draft.parent = category.id;
        draft.parentRelationship = owns.id();
        int guid = plan.tables().column("FederationGuid");
        if (category.idGiven) {
            draft.row.setNull(guid);
        } else {
            draft.row.setBlob(guid, Guid.random(context.random()).toBytes());
        }
        draft.row.setText(plan.tables().column("Properties"), DEFAULT);
        draft.row.setNull(plan.tables().column("Description"));
        if (context.classOfElement(draft.id) == 0) {
            long unused = new ElementInsert(context).run(draft);
        }
    }

    /** The members that differ from what holds without them; empty when there are none. */
    private static String stored(JsonValue given) {
        JsonObject appearance = given instanceof JsonObject object ? object : JsonObject.EMPTY;
        JsonWriter out = new JsonWriter();
        out.beginObject();
        long empty = out.size();
        for (String flag : new String[] {"invisible", "dontPlot", "dontSnap", "dontLocate"}) {
            if (Boolean.TRUE.equals(appearance.bool(flag))) {
                out.name(flag).value(true);
            }
        }
        unsigned("color", appearance, false, out);
        unsigned("weight", appearance, false, out);
        id("style", appearance, out);
        int priority = JsonMember.integer(appearance.get("priority"));
        if (priority != 0) {
            out.name("priority").value((long) priority);
        }
        id("material", appearance, out);
        double transparency = JsonMember.real(appearance.get("transp"));
        if (transparency != 0) {
            out.name("transp").value(transparency);
        }
        unsigned("fill", appearance, true, out);
        if (!JsonMember.isNull(appearance.get("transpFill"))) {
            out.name("transpFill").value(JsonMember.real(appearance.get("transpFill")));
        }
        boolean none = out.size() == empty;
        out.endObject();
        return none ? "" : new String(out.bytes(), StandardCharsets.UTF_8);
    }

    private static void unsigned(String name, JsonObject from, boolean alsoZero, JsonWriter out) {
        JsonValue given = from.get(name);
        long value = Integer.toUnsignedLong(JsonMember.integer(given));
        if (value != 0 || alsoZero && !JsonMember.isNull(given)) {
            out.name(name).value(value);
        }
    }

    private static void id(String name, JsonObject from, JsonWriter out) {
        long id = JsonMember.id(from.get(name));
        if (id != 0) {
            out.name(name).hexId(id);
        }
    }

    private record Work(int description, int appearance, String present) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            CategoryRule.takeText(props.get("description"), description, draft.row);
            JsonValue given = props.get("appearance");
            if (given != null && !JsonMember.isNull(given)) {
                draft.row.setText(appearance, stored(given));
            }
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            CategoryRule.checkName(draft.codeValue);
            if (!context.isElement(draft.parent, "Category")) {
                throw Refusal.of(Status.INVALID_PARENT, "A sub-category needs a category as its parent", draft.parent);
            }
            if (!draft.row.isSet(description)) {
                draft.row.setText(description, "");
            }
            if (!draft.row.isSet(appearance)) {
                draft.row.setText(appearance, DEFAULT);
            }
        }

        @Override
        public void checkUpdate(ElementDraft draft, EditContext context) {
            if (draft.codeGiven) {
                CategoryRule.checkName(draft.codeValue);
            }
            if (draft.id == draft.formerParent + 1) {
                // The one that came with its category has no description of its own, whatever it is given.
                draft.row.unset(description);
            }
            if (!draft.row.isSet(appearance) && isEmpty(draft.id, context)) {
                draft.row.setText(appearance, DEFAULT);
            }
        }

        /** Files of iTwin.js have empty texts there, and any update ends that. */
        private boolean isEmpty(long id, EditContext context) {
            return "".equals(context.text(present, id));
        }

        @Override
        public void checkDelete(long id, boolean purge, EditContext context) {
            PurgedRule.check(id, purge);
        }
    }
}
