package org.imodel4j.host.ipc;

import java.util.Set;

/** Names that every JavaScript object has: no function has one, and asking for one is no mistake but an attempt. */
final class JavaScriptNames {
    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "constructor",
            "toString",
            "toLocaleString",
            "valueOf",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "__proto__",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__");

    private JavaScriptNames() {}

    static boolean isOfEveryObject(String name) {
        return OF_EVERY_OBJECT.contains(name);
    }
}
