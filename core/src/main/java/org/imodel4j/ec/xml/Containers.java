package org.imodel4j.ec.xml;

import java.util.Locale;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.PropertyType;
import org.jspecify.annotations.Nullable;

/** What custom attributes can stand on, as bits of {@code ec_Class.CustomAttributeContainerType}. */
final class Containers {
    static final int SCHEMA = 1;
    static final int SOURCE = 1024;
    static final int TARGET = 2048;
    static final int ANY = 4095;

    private Containers() {}

    static int of(ECClass.Type type) {
        return switch (type) {
            case ENTITY -> 2;
            case CUSTOM_ATTRIBUTE -> 4;
            case STRUCT -> 8;
            case RELATIONSHIP -> 16;
        };
    }

    static int of(PropertyType type) {
        return switch (type) {
            case PropertyType.Primitive primitive -> 32;
            case PropertyType.Enumerated enumerated -> 32;
            case PropertyType.Struct struct -> 64;
            case PropertyType.Array array -> array.item() instanceof PropertyType.Struct ? 256 : 128;
            case PropertyType.Navigation navigation -> 512;
        };
    }

    /** A list of words; null when one is unknown or there is no text. */
    static @Nullable Integer tryParse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int mask = 0;
        for (String word : text.split("[,;|]", -1)) {
            if (!word.isBlank()) {
                int bits = bits(word.trim().toLowerCase(Locale.ROOT));
                if (bits == 0) {
                    return null;
                }
                mask |= bits;
            }
        }
        return mask;
    }

    private static int bits(String word) {
        return switch (word) {
            case "schema" -> SCHEMA;
            case "entityclass" -> 2;
            case "customattributeclass" -> 4;
            case "structclass" -> 8;
            case "relationshipclass" -> 16;
            case "anyclass" -> 30;
            case "primitiveproperty" -> 32;
            case "structproperty" -> 64;
            case "arrayproperty" -> 128;
            case "structarrayproperty" -> 256;
            case "navigationproperty" -> 512;
            case "anyproperty" -> 992;
            case "sourcerelationshipconstraint" -> SOURCE;
            case "targetrelationshipconstraint" -> TARGET;
            case "anyrelationshipconstraint" -> SOURCE | TARGET;
            case "any" -> ANY;
            default -> 0;
        };
    }
}
