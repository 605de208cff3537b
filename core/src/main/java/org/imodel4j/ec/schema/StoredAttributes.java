package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.CustomAttributeXml;

/** The custom attributes of everything in one schema, each list in its stored order. */
final class StoredAttributes {
    private static final String SELECT = "SELECT a.ContainerId,k.SchemaId,k.Name,a.Instance FROM ";
    private static final String ATTRIBUTE = " LEFT JOIN ec_Class k ON k.Id=a.ClassId ";
    private static final String OF_SCHEMA = SELECT + "ec_CustomAttribute a" + ATTRIBUTE
            + "WHERE a.ContainerId=? AND a.ContainerType=1 ORDER BY a.Ordinal";
    private static final String OF_CLASSES = SELECT
            + "ec_Class c CROSS JOIN ec_CustomAttribute a ON a.ContainerId=c.Id AND a.ContainerType=30" + ATTRIBUTE
            + "WHERE c.SchemaId=? ORDER BY c.Id,a.Ordinal";
    private static final String OF_PROPERTIES = SELECT
            + "ec_Class c CROSS JOIN ec_Property p ON p.ClassId=c.Id"
            + " CROSS JOIN ec_CustomAttribute a ON a.ContainerId=p.Id AND a.ContainerType=992" + ATTRIBUTE
            + "WHERE c.SchemaId=? ORDER BY p.Id,a.Ordinal";
    private static final String OF_ENDS = SELECT
            + "ec_Class c CROSS JOIN ec_RelationshipConstraint r ON r.RelationshipClassId=c.Id"
            + " CROSS JOIN ec_CustomAttribute a ON a.ContainerId=r.Id"
            + " AND a.ContainerType=CASE r.RelationshipEnd WHEN 0 THEN 1024 ELSE 2048 END" + ATTRIBUTE
            + "WHERE c.SchemaId=? AND c.Type=1 ORDER BY r.Id,a.Ordinal";

    private final StoredRows rows;
    private final List<CustomAttributeDef> schema;
    private final Map<Long, List<CustomAttributeDef>> classes;
    private final Map<Long, List<CustomAttributeDef>> properties;
    private final Map<Long, List<CustomAttributeDef>> ends;

    StoredAttributes(StoredRows rows, long schemaId) {
        this.rows = rows;
        this.schema = read(OF_SCHEMA, schemaId).getOrDefault(schemaId, List.of());
        this.classes = read(OF_CLASSES, schemaId);
        this.properties = read(OF_PROPERTIES, schemaId);
        this.ends = read(OF_ENDS, schemaId);
    }

    List<CustomAttributeDef> ofSchema() {
        return schema;
    }

    List<CustomAttributeDef> ofClass(long id) {
        return classes.getOrDefault(id, List.of());
    }

    List<CustomAttributeDef> ofProperty(long id) {
        return properties.getOrDefault(id, List.of());
    }

    /** @param id of the row of {@code ec_RelationshipConstraint} */
    List<CustomAttributeDef> ofEnd(long id) {
        return ends.getOrDefault(id, List.of());
    }

    private Map<Long, List<CustomAttributeDef>> read(String sql, long schemaId) {
        return rows.grouped(
                sql,
                schemaId,
                row -> new CustomAttributeDef(
                        rows.name(row, 1, "custom attribute class"),
                        bare(CustomAttributeXml.parse(StoredRows.text(row, 3)))));
    }

    /** Without namespaces, and without the white space between child elements. */
    private static CustomAttributeXml bare(CustomAttributeXml stored) {
        List<CustomAttributeXml> children = new ArrayList<>(stored.children().size());
        stored.children().forEach(child -> children.add(bare(child)));
        return new CustomAttributeXml(stored.name(), null, children.isEmpty() ? stored.text() : "", children);
    }
}
