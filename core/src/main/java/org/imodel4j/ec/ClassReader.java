package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.ec.ECClass.Constraint;
import org.imodel4j.ec.ECClass.Header;
import org.imodel4j.ec.ECClass.Modifier;
import org.imodel4j.ec.ECClass.Relationship;
import org.imodel4j.ec.ECClass.Strength;
import org.imodel4j.ec.ECClass.Type;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Reads classes, each with its base classes and properties, and keeps them. */
final class ClassReader {
    /** Real hierarchies are some ten levels deep; more is damage and would end in a stack overflow. */
    private static final int DEEPEST = 200;

    private static final String HEADER = "SELECT c.Id,c.SchemaId,c.Name,c.Type,c.Modifier,c.DisplayLabel,c.Description,"
            + "c.CustomAttributeContainerType,c.RelationshipStrength,c.RelationshipStrengthDirection,"
            + "EXISTS(SELECT 1 FROM ec_CustomAttribute a WHERE a.ContainerId=c.Id AND a.ContainerType=30 AND a.ClassId="
            + "(SELECT m.Id FROM ec_Class m JOIN ec_Schema s ON s.Id=m.SchemaId WHERE m.Name='IsMixin'"
            + " AND s.Name='CoreCustomAttributes')) FROM ec_Class c WHERE c.Id=?";

    private final MetadataConnection connection;
    private final SchemaReader schemas;
    private final PropertyReader properties;
    private final Map<Long, ECClass> byId = new ConcurrentHashMap<>();

    ClassReader(MetadataConnection connection, SchemaReader schemas, PropertyReader properties) {
        this.connection = connection;
        this.schemas = schemas;
        this.properties = properties;
    }

    /** Null when no class has the id. */
    @Nullable
    ECClass byId(long id) {
        ECClass known = byId.get(id);
        return known != null ? known : load(id, new LinkedHashSet<>());
    }

    private @Nullable ECClass load(long id, Set<Long> path) {
        ECClass known = byId.get(id);
        if (known != null) {
            return known;
        }
        RawHeader raw = connection.first(HEADER, ClassReader::readHeader, id);
        if (raw == null) {
            return null;
        }
        Header header = raw.resolve(schemas);
        if (!path.add(id) || path.size() > DEEPEST) {
            throw MetadataConnection.damaged("a class is its own base class").with("class", header.name());
        }
        List<Long> bases = connection.rows(
                "SELECT BaseClassId FROM ec_ClassHasBaseClasses WHERE ClassId=? ORDER BY Ordinal",
                row -> row.columnLong(0),
                id);
        Map<String, ECProperty> all = new LinkedHashMap<>();
        for (long base : bases) {
            ECClass baseClass = load(base, path);
            if (baseClass == null) {
                throw MetadataConnection.damaged("a base class does not exist").with("class", header.name());
            }
            for (ECProperty property : baseClass.properties()) {
                all.putIfAbsent(Names.key(property.name()), property);
            }
        }
        path.remove(id);
        for (ECProperty own : properties.declaredBy(id)) {
            String key = Names.key(own.name());
            ECProperty overridden = all.remove(key);
            all.put(key, overridden == null ? own : properties.inherit(own, overridden));
        }
        ECClass loaded = new ECClass(
                header,
                bases,
                new ArrayList<>(all.values()),
                header.type() == Type.RELATIONSHIP ? relationship(header) : null);
        ECClass earlier = byId.putIfAbsent(id, loaded);
        return earlier == null ? loaded : earlier;
    }

    private Relationship relationship(Header header) {
        Constraint none = new Constraint(0, 0, null, true, null, List.of(), null);
        Constraint[] ends = {none, none};
        record End(int end, Constraint constraint) {}
        for (End found : connection.rows(
                "SELECT Id,RelationshipEnd,MultiplicityLowerLimit,MultiplicityUpperLimit,IsPolymorphic,RoleLabel,"
                        + "AbstractConstraintClassId FROM ec_RelationshipConstraint WHERE RelationshipClassId=?",
                row -> new End(
                        row.columnLong(1) == 0 ? 0 : 1,
                        new Constraint(
                                row.columnLong(0),
                                (int) row.columnLong(2),
                                MetadataConnection.intOrNull(row, 3),
                                row.columnLong(4) != 0,
                                row.columnText(5),
                                List.of(),
                                MetadataConnection.longOrNull(row, 6))),
                header.id())) {
            Constraint end = found.constraint();
            List<Long> classIds = List.copyOf(connection.rows(
                    "SELECT ClassId FROM ec_RelationshipConstraintClass WHERE ConstraintId=? ORDER BY Id",
                    row -> row.columnLong(0),
                    end.id()));
            ends[found.end()] = new Constraint(
                    end.id(),
                    end.lowerLimit(),
                    end.upperLimit(),
                    end.polymorphic(),
                    end.roleLabel(),
                    classIds,
                    end.abstractClassId());
        }
        return new Relationship(header.strength(), header.forward(), ends[0], ends[1]);
    }

    /** A header whose schema is not looked up yet: a row reader may not ask the connection again. */
    private record RawHeader(long schemaId, java.util.function.Function<ECSchema, Header> header) {
        Header resolve(SchemaReader schemas) {
            return header.apply(schemas.byId(schemaId));
        }
    }

    private static RawHeader readHeader(SqliteStatement row) {
        long id = row.columnLong(0);
        String name = MetadataConnection.text(row, 2);
        Type type = Codes.of(Type.values(), row.columnLong(3), Type.ENTITY);
        Modifier modifier = Codes.of(Modifier.values(), row.columnLong(4), Modifier.NONE);
        String label = row.columnText(5);
        String description = row.columnText(6);
        Integer containers = MetadataConnection.intOrNull(row, 7);
        Strength strength = Codes.of(Strength.values(), row.columnLong(8), Strength.REFERENCING);
        boolean forward = row.columnLong(9) != 2;
        boolean mixin = row.columnLong(10) != 0;
        return new RawHeader(
                row.columnLong(1),
                schema -> new Header(
                        id, schema, name, type, modifier, mixin, label, description, containers, strength, forward));
    }
}
