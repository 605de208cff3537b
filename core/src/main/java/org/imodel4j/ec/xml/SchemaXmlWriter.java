package org.imodel4j.ec.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * Writes schemas as ECXML, byte for byte as the reference implementation does (observed with 5.7.3; the tests compare with its
 * exports): the order of elements and attributes, the spelling of numbers, what is left out because it is the default.
 *
 * <p>It differs where the reference loses something:
 *
 * <ul>
 *   <li>an enumerator whose text is empty keeps {@code value=""}; the reference leaves the value out, and can not read that again;
 *   <li>a schema that was written in ECXML 3.1 first is exported as 3.2 when 3.1 has no words for something in it ({@link
 *       LegacyContent}); the reference leaves that out.
 * </ul>
 *
 * <p>ECXML 2.0 knows neither enumerations nor kinds of quantity, categories, units or formats: a schema with these is refused.
 */
public final class SchemaXmlWriter {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String NAMESPACE = "http://www.bentley.com/schemas/Bentley.ECXML.";

    private final SchemaDef schema;
    private final ECXmlVersion version;
    private final XmlText xml;
    private final NamesInXml names;

    private SchemaXmlWriter(SchemaDef schema, ECXmlVersion version, Appendable out) {
        this.schema = schema;
        this.version = version;
        this.xml = XmlText.document(out);
        this.names = new NamesInXml(schema, version);
    }

    /** The version in which a schema is exported: the one it was written in first where that is 3.1 and can hold it, else 3.2. */
    public static ECXmlVersion exportVersion(SchemaDef schema) {
        return schema.ecXml().equals(ECXmlVersion.V3_1) && LegacyContent.holds(schema)
                ? ECXmlVersion.V3_1
                : ECXmlVersion.V3_2;
    }

    /**
     * The name of an exported file, such as {@code BisCore.01.00.25.ecschema.xml}.
     *
     * @throws IModelException BadSchema when the schema has a name that no schema can have, which might lead out of the folder
     */
    public static String fileName(SchemaDef schema) {
        if (!NAME.matcher(schema.name()).matches()) {
            throw new IModelException(Status.BAD_SCHEMA, "the name of a schema is no name")
                    .with("schema", schema.name());
        }
        return schema.key() + ".ecschema.xml";
    }

    /** The text of a schema in its {@link #exportVersion}. */
    public static String toXml(SchemaDef schema) {
        return toXml(schema, exportVersion(schema));
    }

    /** As {@link #toXml(SchemaDef)} in another version. */
    public static String toXml(SchemaDef schema, ECXmlVersion version) {
        StringBuilder text = new StringBuilder(8192);
        write(schema, version, text);
        return text.toString();
    }

    /**
     * Writes UTF-8 without a byte order mark and leaves the stream open.
     *
     * @throws IModelException as {@link #write(SchemaDef, ECXmlVersion, Appendable)}
     */
    public static void write(SchemaDef schema, ECXmlVersion version, OutputStream out) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 14);
        write(schema, version, writer);
        try {
            writer.flush();
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The schema can not be written", e);
        }
    }

    /**
     * Writes the text of a schema. Versions before 3.2 lose what they have no words for.
     *
     * @param version one of 2.0, 3.0, 3.1 and 3.2
     * @throws IModelException BadSchema when the schema uses one that it does not refer to or when the version can not express it,
     *     BadArg for another version, WriteError when {@code out} fails
     */
    public static void write(SchemaDef schema, ECXmlVersion version, Appendable out) {
        if (version.compareTo(ECXmlVersion.V3_2) > 0
                || version.isBefore(ECXmlVersion.V3_0) && !version.equals(ECXmlVersion.V2_0)) {
            throw new IModelException(Status.BAD_ARG, "this version of ECXML is not known").with("version", version);
        }
        if (version.equals(ECXmlVersion.V2_0)) {
            LegacyContent.requireClassesOnly(schema);
        }
        new SchemaXmlWriter(schema, version, out).write();
    }

    private void write() {
        boolean old = version.isBefore(ECXmlVersion.V3_1);
        SchemaVersion number = schema.version();
        xml.start("ECSchema")
                .attribute("schemaName", schema.name())
                .attribute(old ? "nameSpacePrefix" : "alias", schema.alias())
                .attribute("version", old ? NamesInXml.twoParts(number) : number.toString())
                .optional("description", schema.description())
                .optional("displayLabel", schema.displayLabel())
                .attribute("xmlns", NAMESPACE + version);
        references(old);
        AttributeXml attributes = new AttributeXml(xml, names);
        ClassXml classes = new ClassXml(xml, names, attributes, version);
        WritingOrder order = new WritingOrder(schema);
        order.classesOfSchemaAttributes().forEach(classes::write);
        attributes.write(schema.customAttributes());
        ItemXml items = new ItemXml(xml, names, version);
        items.enumerations(schema);
        for (ClassDef each : order.classes()) {
            classes.write(each);
        }
        items.others(schema);
        xml.end();
    }

    private void references(boolean old) {
        List<SchemaReference> sorted = schema.references().stream()
                .filter(reference -> !version.isBefore(ECXmlVersion.V3_2) || !LegacyContent.isOfUnits(reference.name()))
                .sorted(Comparator.comparing(reference -> reference.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableList());
        for (SchemaReference reference : sorted) {
            xml.start("ECSchemaReference")
                    .attribute("name", reference.name())
                    .attribute("version", names.versionOf(reference.version()))
                    .attribute(old ? "prefix" : "alias", reference.alias())
                    .end();
        }
    }
}
