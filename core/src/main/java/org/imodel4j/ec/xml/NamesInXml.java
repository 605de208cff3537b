package org.imodel4j.ec.xml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** How a schema spells the names of its own items and of those it refers to. */
final class NamesInXml {
    private final String own;
    private final ECXmlVersion version;
    private final Map<String, SchemaReference> references = new HashMap<>();

    NamesInXml(SchemaDef schema, ECXmlVersion version) {
        this.own = schema.name();
        this.version = version;
        references.put(lower(own), new SchemaReference(own, schema.version(), schema.alias()));
        schema.references().forEach(reference -> references.put(lower(reference.name()), reference));
    }

    /** {@code alias:Name}, bare for own items. */
    String of(ItemName name) {
        return name.schema().equalsIgnoreCase(own) ? name.name() : schema(name).alias() + ':' + name.name();
    }

    /** The {@code xmlns} of a custom attribute. */
    String namespaceOf(ItemName name) {
        SchemaReference schema = schema(name);
        return schema.name() + '.' + versionOf(schema.version());
    }

    /** Three parts, two in ECXML 2.0. */
    String versionOf(SchemaVersion number) {
        return version.isBefore(ECXmlVersion.V3_0) ? twoParts(number) : number.toString();
    }

    static String twoParts(SchemaVersion number) {
        return String.format(Locale.ROOT, "%02d.%02d", number.read(), number.minor());
    }

    private SchemaReference schema(ItemName name) {
        SchemaReference reference = references.get(lower(name.schema()));
        if (reference == null) {
            throw new IModelException(Status.BAD_SCHEMA, "a schema uses one that it does not refer to")
                    .with("schema", own)
                    .with("item", name);
        }
        return reference;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
