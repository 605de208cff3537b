package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** BisCore:DefinitionElement: it stands in a definition model, and says whether it is private. */
final class DefinitionElementRule implements ElementRule {
    @Override
    public String className() {
        return "DefinitionElement";
    }

    @Override
    public Set<String> properties() {
        return Set.of("IsPrivate");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(tables.column("IsPrivate"));
    }

    private record Work(int isPrivate) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            JsonValue given = props.get("isPrivate");
            if (!JsonMember.isNull(given)) {
                draft.row.setLong(isPrivate, JsonMember.isTruthy(given) ? 1 : 0);
            }
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            ModelFacts model = context.tryModel(draft.model);
            if (model == null
                    || !model.is(ModelFacts.Kind.DEFINITION_MODEL)
                    || model.is(ModelFacts.Kind.REPOSITORY_MODEL)) {
                throw Refusal.of(Status.WRONG_MODEL, "Definitions stand in a definition model", draft.model);
            }
            if (!draft.row.isSet(isPrivate)) {
                draft.row.setLong(isPrivate, 0);
            }
        }
    }
}
