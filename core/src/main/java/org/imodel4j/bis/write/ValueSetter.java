package org.imodel4j.bis.write;

import org.imodel4j.json.JsonValue;

/** Puts the JSON of one property into the columns of its row. Made once for each class. */
@FunctionalInterface
interface ValueSetter {
    /** False, and nothing set, when the value does not fit the property. JSON's null fits every property. */
    boolean set(JsonValue value, ValueRow row);
}
