package org.imodel4j.ec.xml;

import org.imodel4j.ec.ECClass;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** What a class of ECXML 2.0 is in terms of 3: one with several purposes keeps only the first of them. */
final class OldClass {
    private OldClass() {}

    static ECClass.Type type(XmlElement element) {
        if (flag(element, "isStruct", false)) {
            return ECClass.Type.STRUCT;
        }
        return flag(element, "isCustomAttributeClass", false) ? ECClass.Type.CUSTOM_ATTRIBUTE : ECClass.Type.ENTITY;
    }

    static ECClass.Modifier modifier(XmlElement element) {
        boolean domain = flag(element, "isDomainClass", true);
        if (element.name().equals("ECRelationshipClass")) {
            return domain ? ECClass.Modifier.NONE : ECClass.Modifier.ABSTRACT;
        }
        if (!domain && !flag(element, "isStruct", false) && !flag(element, "isCustomAttributeClass", false)) {
            return ECClass.Modifier.ABSTRACT;
        }
        return flag(element, "isFinal", false) ? ECClass.Modifier.SEALED : ECClass.Modifier.NONE;
    }

    private static boolean flag(XmlElement element, String name, boolean missing) {
        return isTrue(element.attribute(name), missing);
    }

    /** A lax flag: only the first letter counts. */
    static boolean isTrue(@Nullable String text, boolean missing) {
        if (text == null) {
            return missing;
        }
        return !text.isEmpty() && "1tTyY".indexOf(text.charAt(0)) >= 0;
    }
}
