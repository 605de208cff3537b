package org.imodel4j.ecsql.resolve;

import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECEnumeration;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.parse.ClassName;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/** What a statement may name in the schemas of a file. */
final class Catalog {
    private final ECSchemas schemas;
    private final boolean primary;
    private final Types types;
    private final PathResolver paths;

    Catalog(ECSchemas schemas, boolean primary) {
        this.schemas = schemas;
        this.primary = primary;
        this.types = new Types(schemas);
        this.paths = new PathResolver(schemas, types);
    }

    ECSchemas schemas() {
        return schemas;
    }

    Types types() {
        return types;
    }

    PathResolver paths() {
        return paths;
    }

    /** Geometry functions have their first names on the primary connection only. */
    void requireFunction(String name) {
        if (!primary && name.regionMatches(true, 0, "DGN_", 0, 4)) {
            throw ECSqlFailure.of("no such function: " + name);
        }
    }

    /** A class that can stand in FROM. */
    ECClass queryable(ClassName name) {
        ECClass found = anyClass(name);
        try {
            requireQueryable(found);
        } catch (IModelException failure) {
            throw ECSqlFailure.at(name, failure);
        }
        return found;
    }

    private void requireQueryable(ECClass found) {
        if (found.type() != ECClass.Type.ENTITY && found.type() != ECClass.Type.RELATIONSHIP) {
            throw ECSqlFailure.of("Invalid ECClass in ECSQL: ECClass '" + found.name()
                    + "' is not supported in ECSQL as it is neither an entity class nor a relationship class.");
        }
        if (schemas.mapOf(found).strategy() == ClassMap.Strategy.NOT_MAPPED) {
            throw ECSqlFailure.of("Invalid ECClass in ECSQL: ECClass '" + found.name()
                    + "' is not supported in ECSQL as it was not mapped to a table.");
        }
    }

    /** A class that can stand in a list of classes behind IS: custom attribute classes too, they are the classes of attributes. */
    ECClass filtering(ClassName name) {
        ECClass found = anyClass(name);
        return found.type() == ECClass.Type.CUSTOM_ATTRIBUTE ? found : queryable(name);
    }

    /** True when instances of a relationship follow from a navigation property. */
    boolean isForeignKey(ECClass ecClass) {
        ClassMap.Strategy strategy = schemas.mapOf(ecClass).strategy();
        return strategy == ClassMap.Strategy.FOREIGN_KEY_IN_SOURCE
                || strategy == ClassMap.Strategy.FOREIGN_KEY_IN_TARGET;
    }

    ECClass anyClass(ClassName name) {
        if (name.schema() == null) {
            throw ECSqlFailure.at(
                    name,
                    ECSqlFailure.of(
                            "Invalid ECSQL class expression '" + name + "'. Classes are written as schema.Class."));
        }
        ECClass found = name.tableSpace() == null || name.tableSpace().equalsIgnoreCase("main")
                ? schemas.tryClass(name.schema(), name.name())
                : null;
        if (found == null) {
            IModelException failure = ECSqlFailure.of("ECClass '" + name + "' does not exist or could not be loaded.");
            throw ECSqlFailure.at(name, ECSqlFailure.suggesting(nearestClass(name.schema(), name.name()), failure));
        }
        return found;
    }

    /** With its schema, which may be what is wrong. */
    private @Nullable String nearestClass(String schemaName, String className) {
        ECSchema schema = schemas.trySchema(schemaName);
        if (schema == null) {
            Nearest nearest = new Nearest(schemaName);
            for (ECSchema each : schemas.schemas()) {
                nearest.offer(each.name());
                nearest.offer(each.alias());
            }
            return nearest.found() == null ? null : nearest.found() + '.' + className;
        }
        Nearest nearest = new Nearest(className);
        schemas.classNamesOf(schema).forEach(nearest::offer);
        return nearest.found() == null ? null : schemaName + '.' + nearest.found();
    }

    ValueType.@Nullable Primitive enumerationType(String schema, String name) {
        ECEnumeration enumeration = schemas.enumerations().tryByName(schema, name);
        return enumeration == null
                ? null
                : new ValueType.Primitive(
                        enumeration.type(), null, null, enumeration.item().dottedName());
    }
}
