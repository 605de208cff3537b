package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** BisCore:Element: model, code, parent, federation GUID, label and JSON properties. */
final class ElementBaseRule implements ElementRule {
    private static final int LONGEST_CODE = 350;

    /** Parents of parents; a longer chain is a circle. */
    private static final int DEEPEST = 10_000;

    @Override
    public String className() {
        return "Element";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Model",
                "LastMod",
                "CodeSpec",
                "CodeScope",
                "CodeValue",
                "UserLabel",
                "Parent",
                "FederationGuid",
                "JsonProperties");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(
                tables.column("Model.Id"),
                tables.column("CodeSpec.Id"),
                tables.column("CodeScope.Id"),
                tables.column("CodeValue"),
                tables.column("UserLabel"),
                tables.column("Parent.Id"),
                tables.column("Parent.RelECClassId"),
                tables.column("FederationGuid"),
                tables.column("JsonProperties"));
    }

    private record Work(
            int model,
            int spec,
            int scope,
            int code,
            int label,
            int parent,
            int parentRelationship,
            int guid,
            int jsonProperties)
            implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            if (draft.insert) {
                draft.model = JsonMember.id(props.get("model"));
            }
            ElementCode.take(props.get("code"), draft, context);
            takeGuid(props, draft);
            JsonValue userLabel = props.get("userLabel");
            if (userLabel != null) {
                setOrClear(label, JsonMember.text(userLabel), draft.row);
            }
            takeParent(props.get("parent"), draft, context);
            if (draft.insert && !draft.codeGiven) {
                requireNameless(draft);
            }
            JsonValue json = props.get("jsonProperties");
            if (json != null && !JsonMember.isNull(json)) {
                draft.row.setText(jsonProperties, StoredText.ofJson(json));
            }
        }

        private static void setOrClear(int column, String text, ValueRow row) {
            if (text.isEmpty()) {
                row.setNull(column);
            } else {
                row.setText(column, text);
            }
        }

        private static void setOrClear(int column, long id, ValueRow row) {
            if (id == 0) {
                row.setNull(column);
            } else {
                row.setLong(column, id);
            }
        }

        /** A new element without one gets one; text that is none clears it. */
        private void takeGuid(JsonObject props, ElementDraft draft) {
            JsonValue given = props.get("federationGuid");
            if (given == null) {
                return;
            }
            if (!(given instanceof JsonValue.Text) && draft.insert) {
                return;
            }
            Guid federation = given instanceof JsonValue.Text text ? Guid.tryParse(text.value()) : null;
            if (federation == null || federation.isEmpty()) {
                draft.row.setNull(guid);
            } else {
                draft.row.setBlob(guid, federation.toBytes());
            }
        }

        /** On update a parent may lack its relationship; an insert refuses that. */
        private static void takeParent(@Nullable JsonValue given, ElementDraft draft, EditContext context) {
            if (given == null) {
                return;
            }
            JsonObject object = given instanceof JsonObject parent ? parent : JsonObject.EMPTY;
            long id = JsonMember.id(object.get("id"));
            long relationship = id == 0 ? 0 : classId(object.text("relClassName"), context);
            draft.parentGiven = true;
            draft.parent = id;
            draft.parentRelationship = relationship;
        }

        private static long classId(@Nullable String name, EditContext context) {
            var found = name == null ? null : context.schemas().tryClass(name);
            return found == null ? 0 : found.id();
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            if ((draft.parent == 0) != (draft.parentRelationship == 0)) {
                throw Refusal.of(Status.INVALID_PARENT, "invalid parent", draft.parent);
            }
            checkLength(draft);
            ModelFacts facts = context.tryModel(draft.model);
            Status refusal = facts == null ? Status.BAD_MODEL : facts.refusal(draft.plan.kinds());
            if (refusal == null && draft.parent != 0 && isInOtherModel(draft, context)) {
                refusal = Status.WRONG_MODEL;
            }
            if (refusal != null) {
                ElementCode.requireFree(draft, context);
                throw Refusal.of(refusal, "The model does not take the element", draft.model)
                        .with("class", draft.plan.ecClass().fullName());
            }
            draft.row.setLong(model, draft.model);
            setCode(draft);
            setParent(draft);
            if (!draft.row.isSet(guid)) {
                draft.row.setBlob(guid, Guid.random(context.random()).toBytes());
            }
        }

        /** Without a code the element needs something else to be known by; its code is then the empty one. */
        private void requireNameless(ElementDraft draft) {
            if (!draft.row.isSet(guid) && !draft.idGiven) {
                throw new IModelException(Status.INVALID_CODE, "An element needs a code")
                        .with("class", draft.plan.ecClass().fullName());
            }
            draft.codeSpec = ElementCode.NULL_CODE_SPEC;
            draft.codeScope = 1;
        }

        private static boolean isInOtherModel(ElementDraft draft, EditContext context) {
            long parentModel = context.number("SELECT ModelId FROM bis_Element WHERE Id=?", draft.parent);
            return parentModel != 0 && parentModel != draft.model;
        }

        private static void checkLength(ElementDraft draft) {
            if (draft.codeValue.length() > LONGEST_CODE
                    && draft.codeValue.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_CODE) {
                throw new IModelException(Status.INVALID_CODE, "The code value is too long")
                        .with("longest", LONGEST_CODE);
            }
        }

        @Override
        public void checkUpdate(ElementDraft draft, EditContext context) {
            if (draft.parentGiven) {
                if (draft.parent != 0 && draft.parent != draft.formerParent) {
                    requireNoCircle(draft, context);
                    if (isInOtherModel(draft, context)) {
                        throw Refusal.of(Status.WRONG_MODEL, "The parent stands in another model", draft.parent);
                    }
                }
                setParent(draft);
            }
            if (draft.codeGiven) {
                setCode(draft);
            }
        }

        private static void requireNoCircle(ElementDraft draft, EditContext context) {
            long above = draft.parent;
            for (int depth = 0; above != 0; depth++) {
                if (above == draft.id || depth > DEEPEST) {
                    throw Refusal.of(Status.INVALID_PARENT, "The parent stands below the element", draft.parent)
                            .with("element", Id64.toHex(draft.id));
                }
                above = context.number("SELECT ParentId FROM bis_Element WHERE Id=?", above);
            }
        }

        private void setCode(ElementDraft draft) {
            draft.row.setLong(spec, draft.codeSpec);
            draft.row.setLong(scope, draft.codeScope);
            setOrClear(code, draft.codeValue, draft.row);
        }

        private void setParent(ElementDraft draft) {
            if (draft.parent == 0) {
                draft.row.setNull(parent);
                draft.row.setNull(parentRelationship);
            } else {
                draft.row.setLong(parent, draft.parent);
                setOrClear(parentRelationship, draft.parentRelationship, draft.row);
            }
        }
    }
}
