package org.imodel4j.ecsql.translate;

import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;

/** Reads the constant argument of {@code IdSet}: a JSON array of numbers and hexadecimal ids. */
final class IdSetText {
    private IdSetText() {}

    /** The same set as a JSON array of numbers. */
    static String numbers(String sqlText) {
        String text = sqlText.startsWith("'") && sqlText.length() > 1
                ? sqlText.substring(1, sqlText.length() - 1).replace("''", "'")
                : sqlText;
        JsonValue json;
        try {
            json = Json.parse(text);
        } catch (IModelException notJson) {
            throw ECSqlFailure.of("IdSet vtab: The argument is not a valid JSON array");
        }
        if (!(json instanceof JsonArray array)) {
            throw ECSqlFailure.of("IdSet vtab: The argument is not a valid JSON array");
        }
        StringBuilder numbers = new StringBuilder("[");
        for (int i = 0; i < array.size(); i++) {
            numbers.append(i == 0 ? "" : ",").append(id(array.get(i), i));
        }
        return numbers.append(']').toString();
    }

    private static long id(JsonValue value, int index) {
        if (value instanceof JsonValue.Number number && number.integral()) {
            return number.exact();
        }
        if (value instanceof JsonValue.Text text) {
            if (Id64.isId(text.value())) {
                return Id64.parse(text.value());
            }
            try {
                return Long.parseLong(text.value());
            } catch (NumberFormatException notANumber) {
                throw invalid(index);
            }
        }
        throw invalid(index);
    }

    private static IModelException invalid(int index) {
        return ECSqlFailure.of("IdSet vtab: The element with index " + index + " is invalid");
    }
}
