package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** BisCore:Category: with it comes its default sub-category, whose id is one higher. */
final class CategoryRule implements ElementRule {
    /** Characters that names of categories can not have. */
    private static final String ILLEGAL = "<>\\/.\"?*|,='&\n\t";

    /** The rank of categories that people make. */
    private static final int USER = 3;

    @Override
    public String className() {
        return "Category";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Description", "Rank");
    }

    @Override
    public boolean writesOthers() {
        return true;
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(tables.column("Description"), tables.column("Rank"));
    }

    /** @throws IModelException INVALID_NAME for a code value that can not be the name of a category */
    static void checkName(String name) {
        boolean legal = !name.isEmpty() && name.charAt(0) != ' ' && name.charAt(name.length() - 1) != ' ';
        for (int i = 0; legal && i < name.length(); i++) {
            legal = ILLEGAL.indexOf(name.charAt(i)) < 0;
        }
        if (!legal) {
            throw new IModelException(Status.INVALID_NAME, "invalid name").with("name", name);
        }
    }

    /** A text that is stored also when it is empty. */
    static void takeText(@Nullable JsonValue given, int column, ValueRow row) {
        if (given != null) {
            row.setText(column, JsonMember.text(given));
        }
    }

    private record Work(int description, int rank) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            takeText(props.get("description"), description, draft.row);
            JsonValue given = props.get("rank");
            if (!JsonMember.isNull(given)) {
                draft.row.setLong(rank, JsonMember.integer(given));
            }
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            checkName(draft.codeValue);
            if (!draft.row.isSet(description)) {
                draft.row.setText(description, "");
            }
            if (!draft.row.isSet(rank)) {
                draft.row.setLong(rank, USER);
            }
        }

        @Override
        public void checkUpdate(ElementDraft draft, EditContext context) {
            if (draft.codeGiven) {
                checkName(draft.codeValue);
            }
        }

        @Override
        public void afterInsert(ElementDraft draft, EditContext context) {
            SubCategoryRule.insertDefault(draft, context);
        }

        @Override
        public void checkDelete(long id, boolean purge, EditContext context) {
            PurgedRule.check(id, purge);
        }
    }
}
