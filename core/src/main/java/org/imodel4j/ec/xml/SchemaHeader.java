package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself before anything else is known.
 *
 * @param references as declared, without those to itself
 */
record SchemaHeader(
        SchemaText text,
        SchemaKey key,
        ECXmlVersion ecXml,
        String alias,
        @Nullable String displayLabel,
        @Nullable String description,
        List<Reference> references) {
    static final String SUPPLEMENTAL = "_Supplemental_";
    private static final String NAMESPACE = "http://www.bentley.com/schemas/Bentley.ECXML";

    /** Wanted with the place where it stands. */
    record Reference(SchemaReference wanted, XmlElement element) {}

    static SchemaHeader read(SchemaText text, SchemaLimits limits) {
        XmlElement root = text.root();
        if (!root.name().equals("ECSchema")) {
            throw text.problem(root, "", "the root element is ECSchema, not " + root.name());
        }
        ECXmlVersion ecXml = ecXml(text);
        boolean since31 = !ecXml.isBefore(ECXmlVersion.V3_1);
        String name = ECNames.check(root.attribute("schemaName"), limits.nameLength());
        if (name == null) {
            throw text.problem(root, "", "schemaName is required and has to be a name");
        }
        String alias = root.attribute(since31 ? "alias" : "nameSpacePrefix");
        if (!since31 && (alias == null || alias.isEmpty())) {
            alias = name;
        }
        alias = ECNames.check(alias, limits.nameLength());
        if (alias == null) {
            throw text.problem(root, name, "the alias is required and has to be a name");
        }
        String label = Reading.label(root);
        return new SchemaHeader(
                text,
                new SchemaKey(name, version(text, ecXml)),
                ecXml,
                alias,
                label != null || since31 ? label : ECNames.decode(name),
                root.attribute("description"),
                references(text, name, ecXml));
    }

    boolean isBefore(ECXmlVersion version) {
        return ecXml.isBefore(version);
    }

    /** Newer than what is known: what is not understood there is taken as its default. */
    boolean isNewer() {
        return ECXmlVersion.V3_2.isBefore(ecXml);
    }

    /** Whether this is only a set of custom attributes for the classes of another schema. */
    boolean isSupplemental() {
        return isSupplemental(key.name());
    }

    static boolean isSupplemental(String schemaName) {
        return schemaName.contains(SUPPLEMENTAL);
    }

    private static ECXmlVersion ecXml(SchemaText text) {
        XmlElement root = text.root();
        String namespace = root.attribute("xmlns");
        if (namespace == null || !namespace.startsWith(NAMESPACE + '.')) {
            throw text.problem(root, "", "the namespace is " + NAMESPACE + " with a version");
        }
        String[] version = namespace.substring(NAMESPACE.length() + 1).split("\\.", -1);
        Integer major = ScannedNumber.tryInt(version[0]);
        Integer minor = version.length < 2 ? null : ScannedNumber.tryInt(version[1]);
        if (major == null || minor == null || minor < 0 || (major != 2 && major != 3)) {
            throw text.problem(root, "", "ECXML has the versions 2.0 and 3.0 to 3.2, not " + String.join(".", version));
        }
        return new ECXmlVersion(major, minor);
    }

    private static SchemaVersion version(SchemaText text, ECXmlVersion ecXml) {
        String version = text.root().attribute("version");
        if (ecXml.isBefore(ECXmlVersion.V3_2)) {
            SchemaVersion read = SchemaVersions.tryParse(version);
            return read == null ? SchemaVersions.FIRST : read;
        }
        SchemaVersion read = SchemaVersions.tryParseThree(version);
        if (read == null) {
            throw text.problem(text.root(), "", "the version is required and has three numbers");
        }
        return read;
    }

    private static List<Reference> references(SchemaText text, String own, ECXmlVersion ecXml) {
        List<Reference> references = new ArrayList<>();
        for (XmlElement element : text.root().children()) {
            if (element.name().equals("ECSchemaReference")) {
                SchemaReference wanted = reference(text, ecXml, element);
                if (!wanted.name().equals(own)) {
                    references.add(new Reference(wanted, element));
                }
            }
        }
        return references;
    }

    private static SchemaReference reference(SchemaText text, ECXmlVersion ecXml, XmlElement element) {
        String name = element.attribute("name");
        String alias = element.attribute(ecXml.isBefore(ECXmlVersion.V3_1) ? "prefix" : "alias");
        String version = element.attribute("version");
        if (name == null || alias == null || version == null) {
            throw text.problem(element, String.valueOf(name), "a reference has a name, a version and an alias");
        }
        boolean three = !ecXml.isBefore(ECXmlVersion.V3_2);
        SchemaVersion wanted = three ? SchemaVersions.tryParseThree(version) : SchemaVersions.tryParse(version);
        if (wanted == null || version.isEmpty()) {
            throw text.problem(element, name, "the version of a reference has three numbers");
        }
        return new SchemaReference(name, SchemaVersions.corrected(name, wanted), alias);
    }
}
