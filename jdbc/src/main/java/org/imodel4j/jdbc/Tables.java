package org.imodel4j.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.SystemProperty;
import org.imodel4j.ecsql.resolve.Types;
import org.imodel4j.jdbc.ConnectionUrl.Composites;
import org.jspecify.annotations.Nullable;

/** The classes that a statement can name, as tables, and their columns. */
final class Tables {
    static final String TABLE = "TABLE";
    static final String VIEW = "VIEW";
    static final String SYSTEM_TABLE = "SYSTEM TABLE";

    private Tables() {}

    /** A column, and the property that it belongs to; null for those that every class has. */
    record Column(ResultColumn described, @Nullable ECProperty property) {}

    /** Entity and relationship classes, unless they are mapped to nothing. */
    static boolean isTable(ECSchemas schemas, ECClass ecClass) {
        return (ecClass.type() == ECClass.Type.ENTITY || ecClass.type() == ECClass.Type.RELATIONSHIP)
                && schemas.mapOf(ecClass).strategy() != ClassMap.Strategy.NOT_MAPPED;
    }

    /** A class is a table when its rows are its own; rows of subclasses or of several tables make it a view. */
    static String type(ECSchemas schemas, ECClass ecClass) {
        if (ecClass.schema().name().startsWith("ECDb")) {
            return SYSTEM_TABLE;
        }
        return ecClass.isAbstract() || schemas.subclasses(ecClass.id()).length > 1 ? VIEW : TABLE;
    }

    /** In the order of schema and name. */
    static List<ECClass> matching(ECSchemas schemas, @Nullable String schemaPattern, @Nullable String tablePattern) {
        return classes(schemas, schemaPattern, tablePattern).stream()
                .filter(ecClass -> isTable(schemas, ecClass))
                .toList();
    }

    /** Struct classes. */
    static List<ECClass> structs(ECSchemas schemas, @Nullable String schemaPattern, @Nullable String pattern) {
        return classes(schemas, schemaPattern, pattern).stream()
                .filter(ecClass -> ecClass.type() == ECClass.Type.STRUCT)
                .toList();
    }

    private static List<ECClass> classes(
            ECSchemas schemas, @Nullable String schemaPattern, @Nullable String classPattern) {
        NamePattern schemaNames = NamePattern.of(schemaPattern);
        NamePattern classNames = NamePattern.of(classPattern);
        List<ECClass> found = new ArrayList<>();
        String one = classNames.literal();
        for (ECSchema schema : sorted(schemas)) {
            if (!schemaNames.matches(schema.name())) {
                continue;
            }
            if (one != null) {
                ECClass ecClass = schemas.tryClass(schema.name(), one);
                if (ecClass != null) {
                    found.add(ecClass);
                }
                continue;
            }
            for (long id : schemas.classIdsOf(schema)) {
                ECClass ecClass = schemas.classById(id);
                if (classNames.matches(ecClass.name())) {
                    found.add(ecClass);
                }
            }
        }
        return found;
    }

    static List<ECSchema> sorted(ECSchemas schemas) {
        return schemas.schemas().stream()
                .sorted(Comparator.comparing(ECSchema::name))
                .toList();
    }

    /** Those of {@code SELECT *}, in its order. */
    static List<Column> columns(ECSchemas schemas, ECClass ecClass, Composites composites) {
        List<Column> columns = new ArrayList<>();
        Types types = new Types(schemas);
        SystemProperty[] system = SystemProperty.values();
        add(columns, system[0], composites);
        add(columns, system[1], composites);
        for (ECProperty property : ecClass.properties()) {
            Output output = new Output(
                    property.name(),
                    property.name(),
                    schemas.classById(property.declaringClassId()).fullName(),
                    false,
                    types.of(property),
                    true);
            add(columns, output, property, composites);
        }
        if (ecClass.type() == ECClass.Type.RELATIONSHIP) {
            for (int i = 2; i < system.length; i++) {
                add(columns, system[i], composites);
            }
        }
        return columns;
    }

    private static void add(List<Column> to, SystemProperty property, Composites composites) {
        Output output = new Output(property.ecName(), property.ecName(), "", false, property.type());
        add(to, output, null, composites);
    }

    private static void add(List<Column> to, Output output, @Nullable ECProperty property, Composites composites) {
        List<ResultColumn> described = new ArrayList<>();
        ResultColumn.add(described, to.size(), output.path(), output, output.type(), composites);
        for (ResultColumn column : described) {
            to.add(new Column(column, property));
        }
    }
}
