package org.imodel4j.ec.xml;

import java.util.Locale;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.NumericFormat;

/** The words that ECXML has for what Java has as constants. */
final class SchemaWords {
    private SchemaWords() {}

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
