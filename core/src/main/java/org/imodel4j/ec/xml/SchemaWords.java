package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.NumericFormat;
import org.jspecify.annotations.Nullable;

/** The words that ECXML has for what Java has as constants. */
final class SchemaWords {
    private static final int ANY = 4095;

    private SchemaWords() {}

    /** What a custom attribute class can stand on, with the bits of {@code ec_Class.CustomAttributeContainerType}. */
    private enum Container {
        Schema(1),
        AnyClass(2 | 4 | 8 | 16),
        EntityClass(2),
        CustomAttributeClass(4),
        StructClass(8),
        RelationshipClass(16),
        AnyProperty(32 | 64 | 128 | 256 | 512),
        PrimitiveProperty(32),
        StructProperty(64),
        ArrayProperty(128),
        StructArrayProperty(256),
        NavigationProperty(512),
        AnyRelationshipConstraint(1024 | 2048),
        SourceRelationshipConstraint(1024),
        TargetRelationshipConstraint(2048);

        private final int bits;

        Container(int bits) {
            this.bits = bits;
        }
    }

    /** A list such as {@code Schema, AnyClass}. */
    static String containers(@Nullable Integer mask) {
        if (mask == null || (mask & ANY) == ANY) {
            return "Any";
        }
        List<String> words = new ArrayList<>();
        int left = mask;
        for (Container container : Container.values()) {
            if ((left & container.bits) == container.bits) {
                words.add(container.name());
                left &= ~container.bits;
            }
        }
        return String.join(", ", words);
    }

    static String of(ECClass.Modifier modifier) {
        return camel(modifier, true);
    }

    static String of(ECClass.Strength strength) {
        return camel(strength, false);
    }

    static String of(NumericFormat.Type type) {
        return camel(type, true);
    }

    static String of(NumericFormat.ScientificType type) {
        return camel(type, true);
    }

    static String of(NumericFormat.SignOption option) {
        return camel(option, true);
    }

    static String of(NumericFormat.Trait trait) {
        return camel(trait, true);
    }

    /** {@code KEEP_SINGLE_ZERO} as {@code KeepSingleZero}. */
    private static String camel(Enum<?> constant, boolean capital) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            boolean upper = capital || word.length() > 0;
            word.append(upper ? part.substring(0, 1).toUpperCase(Locale.ROOT) : part.substring(0, 1))
                    .append(part, 1, part.length());
        }
        return word.toString();
    }
}
