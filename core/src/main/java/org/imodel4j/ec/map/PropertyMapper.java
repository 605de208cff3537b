package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.map.DbColumn.Collation;
import org.imodel4j.ec.map.PropertyMapping.Leaf;
import org.jspecify.annotations.Nullable;

/** Maps properties to columns, except navigation properties, which are the business of {@link NavigationMapper}. */
final class PropertyMapper {
    private final ClassGraph graph;

    PropertyMapper(ClassGraph graph) {
        this.graph = graph;
    }

    /** Gives each leaf of a property a column. */
    PropertyMapping map(ClassMapping mapping, PropertyNode property, ColumnAllocator columns) {
        List<Leaf> leaves = new ArrayList<>();
        collect(mapping, property, property.name(), columns, leaves);
        if (leaves.isEmpty()) {
            throw Refusal.map(mapping.node(), "Its property " + property.name() + " has no members.");
        }
        return new PropertyMapping(property.id(), property.name(), property, leaves);
    }

    private void collect(
            ClassMapping mapping, PropertyNode property, String access, ColumnAllocator columns, List<Leaf> leaves) {
        switch (property.kind()) {
            case PRIMITIVE -> primitive(mapping, property, access, columns, leaves);
            case PRIMITIVE_ARRAY, STRUCT_ARRAY ->
                add(property, ColumnRequest.plain(access, ColumnType.TEXT), columns, leaves);
            case STRUCT -> {
                for (PropertyNode member : graph.byId(property.typeClassId()).properties()) {
                    collect(mapping, member, access + '.' + member.name(), columns, leaves);
                }
            }
            case NAVIGATION ->
                throw Refusal.map(mapping.node(), "Struct members can not be navigation properties: " + access);
        }
    }

    private static void primitive(
            ClassMapping mapping, PropertyNode property, String access, ColumnAllocator columns, List<Leaf> leaves) {
        ColumnRequest request = request(mapping, property, access);
        switch (property.primitive()) {
            case POINT2D -> {
                add(property, request.coordinate("X"), columns, leaves);
                add(property, request.coordinate("Y"), columns, leaves);
            }
            case POINT3D -> {
                add(property, request.coordinate("X"), columns, leaves);
                add(property, request.coordinate("Y"), columns, leaves);
                add(property, request.coordinate("Z"), columns, leaves);
            }
            default -> add(property, request, columns, leaves);
        }
    }

    private static void add(PropertyNode property, ColumnRequest request, ColumnAllocator columns, List<Leaf> leaves) {
        leaves.add(new Leaf(request.accessString(), columns.allocate(property, request, false)));
    }

    private static ColumnRequest request(ClassMapping mapping, PropertyNode property, String access) {
        ColumnType type = ColumnAllocator.typeOf(property);
        CustomAttributeXml wish = property.attribute("PropertyMap");
        if (wish == null) {
            return ColumnRequest.plain(access, type);
        }
        if (mapping.node().isMixin()) {
            throw Refusal.of("Failed to map Mixin ECClass '" + property.owner().fullName() + "': Its ECProperty '"
                    + property.name() + "' has the Custom Attribute PropertyMap which is not allowed for mixins.");
        }
        String name = MapAttributes.text(wish, "ColumnName");
        if (name != null && mapping.strategy() != Strategy.EXISTING_TABLE) {
            throw Refusal.of("Failed to map ECClass '" + property.owner().fullName() + "': Its ECProperty '"
                    + property.name()
                    + "' has the Custom Attribute PropertyMap with a value for 'ColumnName'. Only ECClasses with map strategy"
                    + " 'ExistingTable' may specify a column name.");
        }
        return new ColumnRequest(
                access,
                type,
                name == null ? access.replace('.', '_') : name,
                name != null,
                Boolean.FALSE.equals(MapAttributes.truth(wish, "IsNullable")),
                MapAttributes.isTrue(wish, "IsUnique"),
                collation(property, MapAttributes.text(wish, "Collation")));
    }

    private static Collation collation(PropertyNode property, @Nullable String name) {
        if (name == null) {
            return Collation.UNSET;
        }
        return switch (MapNames.key(name)) {
            case "binary" -> Collation.BINARY;
            case "nocase" -> Collation.NOCASE;
            case "rtrim" -> Collation.RTRIM;
            default ->
                throw Refusal.of("Failed to map ECClass '" + property.owner().fullName() + "': Its ECProperty '"
                        + property.name()
                        + "' has the Custom Attribute PropertyMap with an invalid value for 'Collation': "
                        + name);
        };
    }
}
