package org.imodel4j.ec.xml;

import java.util.Locale;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.SchemaVersion;

/** The text of {@code ec_CustomAttribute.Instance}: one element whose namespace is schema, read and minor version. */
public final class StoredAttributeText {
    private StoredAttributeText() {}

    /** @param version of the schema that declares the attribute's class */
    public static String of(CustomAttributeDef attribute, SchemaVersion version) {
        String namespace =
                String.format(Locale.ROOT, "%s.%02d.%02d", attribute.type().schema(), version.read(), version.minor());
        StringBuilder text = new StringBuilder();
        AttributeXml.write(
                XmlText.fragment(text), attribute.value(), attribute.type().name(), namespace);
        return text.toString();
    }
}
