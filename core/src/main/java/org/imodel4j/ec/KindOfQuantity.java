package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;

/**
 * What numbers of a property measure.
 *
 * @param persistenceUnit as stored, qualified by the alias of its schema: {@code u:M}
 * @param relativeError of the persistence unit
 * @param presentationFormats format override texts such as {@code f:DefaultRealU(4)[u:M]}; the first is the default one
 */
public record KindOfQuantity(
        SchemaItem item, String persistenceUnit, double relativeError, List<String> presentationFormats) {
    public KindOfQuantity {
        presentationFormats = List.copyOf(presentationFormats);
    }

    /** Reads {@code ec_KindOfQuantity.PresentationUnits}; empty text means none. */
    public static List<String> parse(String formats) {
        List<String> texts = new ArrayList<>();
        if (!formats.isEmpty() && json(formats) instanceof JsonArray array) {
            for (JsonValue value : array.items()) {
                if (value instanceof JsonValue.Text text) {
                    texts.add(text.value());
                }
            }
        }
        return texts;
    }

    private static JsonValue json(String formats) {
        try {
            return Json.parse(formats);
        } catch (IModelException notJson) {
            throw MetadataConnection.damaged("the formats of a kind of quantity are no JSON");
        }
    }
}
