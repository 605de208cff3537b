package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.map.ClassNode.ConstraintNode;
import org.imodel4j.ec.map.ClassNode.SchemaNode;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** All classes of a file, read from its {@code ec_*} tables once their rows are written. */
final class ClassGraph {
    private final Map<Long, SchemaNode> schemas = new LinkedHashMap<>();
    private final Map<Long, List<Long>> references = new HashMap<>();
    private final Map<Long, ClassNode> classes = new LinkedHashMap<>();
    private final Map<Long, List<PropertyNode>> navigation = new HashMap<>();
    private final Map<String, Long> systemProperties = new HashMap<>();
    private final Map<SchemaNode, Map<String, CustomAttributeXml>> policies = new LinkedHashMap<>();

    private ClassGraph() {}

    static ClassGraph read(MapConnection connection) {
        ClassGraph graph = new ClassGraph();
        graph.readSchemas(connection);
        graph.readClasses(connection);
        graph.readProperties(connection);
        graph.readConstraints(connection);
        graph.readAttributes(connection);
        return graph;
    }

    private void readSchemas(MapConnection connection) {
        for (SchemaNode schema : connection.rows(
                "SELECT Id,Name,Alias FROM ec_Schema ORDER BY Id",
                row -> new SchemaNode(row.columnLong(0), MapConnection.text(row, 1), MapConnection.text(row, 2)))) {
            schemas.put(schema.id(), schema);
        }
        // The order of BINARY names is the one in which references are followed.
        connection.rows(
                "SELECT r.SchemaId,r.ReferencedSchemaId FROM ec_SchemaReference r JOIN ec_Schema s"
                        + " ON s.Id=r.ReferencedSchemaId ORDER BY r.SchemaId,s.Name COLLATE BINARY",
                row -> references
                        .computeIfAbsent(row.columnLong(0), absent -> new ArrayList<>())
                        .add(row.columnLong(1)));
    }

    private void readClasses(MapConnection connection) {
        for (ClassNode node : connection.rows(
                "SELECT Id,SchemaId,Name,Type,Modifier,RelationshipStrength,RelationshipStrengthDirection FROM ec_Class"
                        + " ORDER BY SchemaId,Name",
                this::classOf)) {
            classes.put(node.id(), node);
        }
        connection.rows(
                "SELECT ClassId,BaseClassId FROM ec_ClassHasBaseClasses ORDER BY ClassId,Ordinal",
                row -> byId(row.columnLong(0)).bases().add(byId(row.columnLong(1))));
    }

    private ClassNode classOf(SqliteStatement row) {
        return new ClassNode(
                row.columnLong(0),
                MapConnection.text(row, 2),
                schema(row.columnLong(1)),
                code(ECClass.Type.values(), row.columnLong(3)),
                code(ECClass.Modifier.values(), row.columnLong(4)),
                row.columnLong(5) == ECClass.Strength.EMBEDDING.ordinal(),
                row.columnLong(6) != 2);
    }

    private void readProperties(MapConnection connection) {
        connection.rows(
                "SELECT p.Id,p.ClassId,p.Name,p.Kind,coalesce(p.PrimitiveType,e.UnderlyingPrimitiveType),p.IsReadonly,"
                        + "coalesce(p.StructClassId,p.NavigationRelationshipClassId,0),p.NavigationDirection FROM ec_Property p"
                        + " LEFT JOIN ec_Enumeration e ON e.Id=p.EnumerationId ORDER BY p.ClassId,p.Ordinal",
                row -> {
                    ClassNode owner = byId(row.columnLong(1));
                    PropertyNode property = new PropertyNode(
                            row.columnLong(0),
                            MapConnection.text(row, 2),
                            owner,
                            code(ECProperty.Kind.values(), row.columnLong(3)),
                            primitive(row),
                            row.columnLong(5) != 0,
                            row.columnLong(6),
                            row.columnLong(7) != 2);
                    owner.own().add(property);
                    if (owner.schema().name().equals("ECDbSystem")) {
                        systemProperties.putIfAbsent(property.name(), property.id());
                    }
                    return property;
                });
    }

    private static @Nullable PrimitiveType primitive(SqliteStatement row) {
        long code = row.columnLong(4);
        for (PrimitiveType type : PrimitiveType.values()) {
            if (type.code() == code) {
                return type;
            }
        }
        return null;
    }

    private void readConstraints(MapConnection connection) {
        Map<Long, List<ClassNode>> byConstraint = new HashMap<>();
        connection.rows(
                "SELECT ConstraintId,ClassId FROM ec_RelationshipConstraintClass ORDER BY ConstraintId,ClassId",
                row -> byConstraint
                        .computeIfAbsent(row.columnLong(0), absent -> new ArrayList<>())
                        .add(byId(row.columnLong(1))));
        Map<Long, ConstraintNode> sources = new HashMap<>();
        connection.rows(
                "SELECT Id,RelationshipClassId,RelationshipEnd,MultiplicityLowerLimit,MultiplicityUpperLimit,IsPolymorphic"
                        + " FROM ec_RelationshipConstraint ORDER BY RelationshipClassId,RelationshipEnd",
                row -> {
                    Long upper = MapConnection.numberOrNull(row, 4);
                    ConstraintNode end = new ConstraintNode(
                            (int) row.columnLong(3),
                            upper == null ? Integer.MAX_VALUE : upper.intValue(),
                            row.columnLong(5) != 0,
                            byConstraint.getOrDefault(row.columnLong(0), List.of()));
                    if (row.columnLong(2) == 0) {
                        sources.put(row.columnLong(1), end);
                    } else {
                        ConstraintNode source = sources.get(row.columnLong(1));
                        if (source != null) {
                            byId(row.columnLong(1)).constraints(source, end);
                        }
                    }
                    return end;
                });
    }

    private void readAttributes(MapConnection connection) {
        Map<Long, PropertyNode> properties = new HashMap<>();
        classes.values().forEach(node -> node.own().forEach(property -> properties.put(property.id(), property)));
        connection.rows(
                "SELECT a.ContainerType,a.ContainerId,c.Name,a.Instance FROM ec_CustomAttribute a JOIN ec_Class c ON c.Id=a.ClassId"
                        + " JOIN ec_Schema s ON s.Id=c.SchemaId WHERE s.Name IN ('ECDbMap','ECDbSchemaPolicies') OR (s.Name="
                        + "'CoreCustomAttributes' AND c.Name IN ('IsMixin','ClassHasCurrentTimeStampProperty')) ORDER BY a.Id",
                row -> {
                    String name = MapConnection.text(row, 2);
                    CustomAttributeXml value = CustomAttributeXml.parse(MapConnection.text(row, 3));
                    long container = row.columnLong(1);
                    switch ((int) row.columnLong(0)) {
                        case 1 ->
                            policies.computeIfAbsent(schema(container), absent -> new HashMap<>())
                                    .put(name, value);
                        case 30 -> byId(container).put(name, value);
                        case 992 -> {
                            PropertyNode property = properties.get(container);
                            if (property != null) {
                                property.put(name, value);
                            }
                        }
                        default -> {}
                    }
                    return value;
                });
    }

    private static <E> E code(E[] values, long code) {
        return values[code < 0 || code >= values.length ? 0 : (int) code];
    }

    ClassNode byId(long id) {
        ClassNode node = classes.get(id);
        if (node == null) {
            throw Refusal.of("The schemas of the file refer to a class that is not there.");
        }
        return node;
    }

    private SchemaNode schema(long id) {
        SchemaNode schema = schemas.get(id);
        if (schema == null) {
            throw Refusal.of("The file has a class without a schema.");
        }
        return schema;
    }

    SchemaNode schema(String name) {
        for (SchemaNode schema : schemas.values()) {
            if (schema.name().equalsIgnoreCase(name)) {
                return schema;
            }
        }
        throw Refusal.of("The file has no schema " + name + ".");
    }

    Collection<SchemaNode> schemas() {
        return schemas.values();
    }

    /** The schemas that one refers to, in the order in which iTwin.js follows them. */
    List<SchemaNode> references(SchemaNode schema) {
        return references.getOrDefault(schema.id(), List.of()).stream()
                .map(this::schema)
                .collect(Collectors.toList());
    }

    Collection<ClassNode> classes() {
        return classes.values();
    }

    /** In the order of their names. */
    List<ClassNode> classesOf(SchemaNode schema) {
        return classes.values().stream()
                .filter(node -> node.schema().equals(schema))
                .collect(Collectors.toList());
    }

    /** By the qualified name that a schema uses: {@code alias:Class}, or the name alone. */
    @Nullable
    ClassNode tryClass(SchemaNode from, String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        String alias = colon < 0 ? from.alias() : qualifiedName.substring(0, colon);
        String name = qualifiedName.substring(colon + 1);
        for (ClassNode node : classes.values()) {
            if (node.name().equalsIgnoreCase(name) && node.schema().alias().equalsIgnoreCase(alias)) {
                return node;
            }
        }
        return null;
    }

    /** All navigation properties that a relationship class is for, in the order of their ids. */
    List<PropertyNode> navigationProperties(ClassNode relationship) {
        if (navigation.isEmpty()) {
            for (ClassNode node : classes.values()) {
                for (PropertyNode property : node.own()) {
                    if (property.isNavigation()) {
                        navigation
                                .computeIfAbsent(property.typeClassId(), absent -> new ArrayList<>())
                                .add(property);
                    }
                }
            }
            navigation.values().forEach(found -> found.sort(Comparator.comparingLong(PropertyNode::id)));
        }
        return navigation.getOrDefault(relationship.id(), List.of());
    }

    /** The id of a property that every class has, such as {@code ECInstanceId}. */
    long systemProperty(String name) {
        Long id = systemProperties.get(name);
        if (id == null) {
            throw Refusal.of("The file has no schema ECDbSystem.");
        }
        return id;
    }

    /** The custom attributes of ECDbSchemaPolicies and ECDbMap on a schema itself. */
    Map<String, CustomAttributeXml> schemaAttributes(SchemaNode schema) {
        return policies.getOrDefault(schema, Map.of());
    }

    /** Those schemas that carry attributes of ECDbSchemaPolicies or ECDbMap. */
    Set<SchemaNode> schemasWithAttributes() {
        return policies.keySet();
    }
}
