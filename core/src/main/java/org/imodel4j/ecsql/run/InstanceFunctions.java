package org.imodel4j.ecsql.run;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ecsql.resolve.SystemProperty;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.translate.InstanceFunctionNames;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqlFunction;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * The functions behind {@code $} and {@code $->property}: they read the instance with a compiled query for its class on the same
 * connection.
 */
final class InstanceFunctions {
    private final ReadConnection connection;
    private final Map<String, String> propertyQueries = new HashMap<>();
    private final JsonWriter buffer = new JsonWriter();

    InstanceFunctions(ReadConnection connection) {
        this.connection = connection;
    }

    void register(SqliteDatabase database) {
        database.addFunction(new SqlFunction.Scalar(InstanceFunctionNames.INSTANCE, 3, false, this::instance));
        database.addFunction(new SqlFunction.Scalar(InstanceFunctionNames.PROPERTY, 4, false, this::property));
        database.addFunction(new SqlFunction.Scalar(InstanceFunctionNames.PROPERTY_JSON, 4, false, this::propertyJson));
    }

    private @Nullable ECClass classOf(SqlFunction.Arguments arguments) {
        return arguments.type(0) == SqliteStatement.NULL
                ? null
                : connection.engine().schemas().tryClassById(arguments.longAt(0));
    }

    private void instance(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        ECClass ecClass = classOf(arguments);
        if (ecClass == null || !hasInstances(ecClass)) {
            return;
        }
        long flags = arguments.longAt(2);
        String ecsql = "SELECT * FROM " + exactly(ecClass) + " WHERE ECInstanceId=?";
        try (ECSqlCursor cursor = read(ecsql, arguments.longAt(1))) {
            if (cursor.step()) {
                JsonWriter out = new JsonWriter();
                cursor.writeInstance(out, (flags & 1) != 0, (flags & 2) != 0);
                result.set(new String(out.bytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** Of relationships only those of a shared table can be read as instances, as in the reference. */
    private boolean hasInstances(ECClass ecClass) {
        return ecClass.type() != ECClass.Type.RELATIONSHIP
                || connection.engine().schemas().mapOf(ecClass).strategy() == ClassMap.Strategy.TABLE_PER_HIERARCHY;
    }

    private String exactly(ECClass ecClass) {
        boolean view = connection.engine().schemas().viewQuery(ecClass) != null;
        return (view ? "" : "ONLY ") + '[' + ecClass.schema().name() + "].[" + ecClass.name() + ']';
    }

    private ECSqlCursor read(String ecsql, long instanceId) {
        return connection.query(
                connection.compile(ecsql, Door.STATEMENT), QueryArguments.of(QueryArgument.id(instanceId)));
    }

    private void property(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        try (ECSqlCursor cursor = readProperty(arguments)) {
            if (cursor != null && cursor.step()) {
                value(cursor, arguments.longAt(3) == 1, result);
            }
        }
    }

    private void propertyJson(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        try (ECSqlCursor cursor = readProperty(arguments)) {
            if (cursor != null && cursor.step() && !cursor.isNull(0)) {
                valueJson(cursor, arguments.longAt(3) == 1, result);
            }
        }
    }

    private @Nullable ECSqlCursor readProperty(SqlFunction.Arguments arguments) {
        ECClass ecClass = classOf(arguments);
        String property = arguments.textAt(2);
        if (ecClass == null || property == null || !hasInstances(ecClass)) {
            return null;
        }
        String ecsql = propertyQueries.computeIfAbsent(
                ecClass.id() + ":" + property.toLowerCase(Locale.ROOT), key -> propertyQuery(ecClass, property));
        return ecsql.isEmpty() ? null : read(ecsql, arguments.longAt(1));
    }

    /** Simple values as rows spell them; of the others the JSON text that {@code $->} gives, as a string. */
    private void valueJson(ECSqlCursor cursor, boolean js, SqlFunction.Result result) {
        ValueType type = cursor.query().translation().columns().get(0).output().type();
        if ("ClassId".equals(type.extendedType())) {
            result.set(cursor.getLong(0));
            return;
        }
        buffer.reset();
        if (ValueType.isScalar(type)) {
            cursor.writeValue(0, buffer, ValueFormat.ECSQL_NAMES, RowOptions.DEFAULT);
        } else {
            JsonWriter inner = new JsonWriter();
            cursor.writeInstanceValue(inner, js);
            byte[] json = inner.bytes();
            if (json.length == 0) {
                return;
            }
            buffer.utf8String(json);
        }
        result.set(new String(buffer.bytes(), StandardCharsets.UTF_8));
    }

    /** Empty when instances of the class have no such property. */
    private String propertyQuery(ECClass ecClass, String property) {
        boolean known = SystemProperty.find(ecClass, property) != null;
        for (ECProperty candidate : ecClass.properties()) {
            known |= candidate.name().equalsIgnoreCase(property);
        }
        return known ? "SELECT [" + property + "] FROM " + exactly(ecClass) + " WHERE ECInstanceId=?" : "";
    }

    /** What the file holds, so that conditions compare as with the property itself; JSON where that is more than one value. */
    private void value(ECSqlCursor cursor, boolean js, SqlFunction.Result result) {
        ValueType type = cursor.query().translation().columns().get(0).output().type();
        if (!ValueType.isScalar(type)) {
            json(cursor, js, result);
            return;
        }
        switch (cursor.storageClass(0)) {
            case SqliteStatement.INTEGER -> result.set(cursor.getLong(0));
            case SqliteStatement.REAL -> result.set(cursor.getDouble(0));
            case SqliteStatement.TEXT -> result.set(cursor.getString(0));
            case SqliteStatement.BLOB -> result.set(cursor.getBlob(0));
            default -> {}
        }
    }

    private void json(ECSqlCursor cursor, boolean js, SqlFunction.Result result) {
        buffer.reset();
        cursor.writeInstanceValue(buffer, js);
        byte[] bytes = buffer.bytes();
        if (bytes.length > 0) {
            result.set(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
