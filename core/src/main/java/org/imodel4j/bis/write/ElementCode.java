package org.imodel4j.bis.write;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** The code of an element: {@code {spec, scope, value}}. The spec is an id or a name, the scope the id or the federation GUID of an element. */
final class ElementCode {
    static final long NULL_CODE_SPEC = 1;

    private ElementCode() {}

    /**
     * Puts a code into a draft, its value without blanks at both ends.
     *
     * @throws IModelException BAD_ARG when there is no such scope
     */
    static void take(@Nullable JsonValue given, ElementDraft draft, EditContext context) {
        if (given == null || given instanceof JsonValue.Null) {
            return;
        }
        JsonObject code = given instanceof JsonObject object ? object : JsonObject.EMPTY;
        draft.codeGiven = true;
        draft.codeSpec = spec(code.get("spec"), context);
        draft.codeScope = scope(code.text("scope"), context);
        draft.codeValue = trimmed(JsonMember.text(code.get("value")));
    }

    private static long spec(@Nullable JsonValue given, EditContext context) {
        long id = JsonMember.id(given);
        if (id == 0 && given instanceof JsonValue.Text name) {
            try (Lease lease = context.statements().acquire("SELECT Id FROM bis_CodeSpec WHERE Name=?")) {
                lease.statement().bindText(1, name.value());
                id = lease.statement().step() ? lease.statement().columnLong(0) : 0;
            }
        }
        return id == 0 ? NULL_CODE_SPEC : id;
    }

    private static long scope(@Nullable String text, EditContext context) {
        long id = text == null ? 0 : Id64.parseLenient(text);
        if (id != 0 && context.classOfElement(id) != 0) {
            return id;
        }
        Guid guid = text == null ? null : Guid.tryParse(text);
        long found = guid == null ? 0 : idOf(guid, context);
        if (found == 0) {
            throw new IModelException(Status.BAD_ARG, "invalid code scope").with("scope", String.valueOf(text));
        }
        return found;
    }

    private static long idOf(Guid guid, EditContext context) {
        try (Lease lease = context.statements().acquire("SELECT Id FROM bis_Element WHERE FederationGuid=?")) {
            lease.statement().bindBlob(1, guid.toBytes());
            return lease.statement().step() ? lease.statement().columnLong(0) : 0;
        }
    }

    /** What stands before a NUL, without blanks at both ends. */
    static String trimmed(String value) {
        int from = 0;
        int nul = value.indexOf(0);
        int to = nul < 0 ? value.length() : nul;
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** @throws IModelException DUPLICATE_CODE when another element has the code */
    static void requireFree(ElementDraft draft, EditContext context) {
        long holder = holder(draft, context);
        if (holder != 0 && holder != draft.id) {
            throw duplicate(draft, holder);
        }
    }

    /** The element that has the code now, 0 when it is free or empty. */
    static long holder(ElementDraft draft, EditContext context) {
        if (draft.codeValue.isEmpty()) {
            return 0;
        }
        String sql = "SELECT Id FROM bis_Element WHERE CodeSpecId=? AND CodeScopeId=? AND CodeValue=?";
        try (Lease lease = context.statements().acquire(sql)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, draft.codeSpec);
            row.bindLong(2, draft.codeScope);
            row.bindText(3, draft.codeValue);
            return row.step() ? row.columnLong(0) : 0;
        }
    }

    static IModelException duplicate(ElementDraft draft, long holder) {
        return new IModelException(Status.DUPLICATE_CODE, "Another element has the code")
                .with("value", draft.codeValue)
                .with("element", Id64.toHex(holder));
    }
}
