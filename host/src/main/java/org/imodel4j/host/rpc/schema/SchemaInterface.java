package org.imodel4j.host.rpc.schema;

import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.json.SchemaJson;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCaching;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonWriter;

/** ECSchemaRpcInterface: which schemas an iModel has, and what is in them. */
public final class SchemaInterface {
    /** The number of an {@code Error} of JavaScript. */
    private static final int PLAIN_ERROR = 32768;

    private SchemaInterface() {}

    public static RpcInterface build() {
        return RpcInterface.named("ECSchemaRpcInterface", "2.0.0")
                .operation("getSchemaKeys", RpcCaching.IMMUTABLE, SchemaInterface::getSchemaKeys)
                .operation("getSchemaJSON", RpcCaching.IMMUTABLE, SchemaInterface::getSchemaJson)
                .build();
    }

    /** {@code undefined} for a schema that the iModel does not have. */
    private static RpcResult getSchemaJson(RpcCall call) {
        ServedIModel iModel = call.iModel();
        String name = call.optionalText(1);
        if (name == null || name.isEmpty()) {
            throw new IModelException(PLAIN_ERROR, ErrorKind.USER, "Schema name must not be undefined or empty.", null);
        }
        return call.use(iModel, () -> {
            SchemaSet schemas = iModel.db().schemaModel();
            SchemaDef schema = schemas.trySchema(name);
            if (schema == null) {
                return RpcResult.nothing();
            }
            JsonWriter json = new JsonWriter();
            SchemaJson.write(schema, schemas, json);
            return RpcResult.json(json);
        });
    }

    private static RpcResult getSchemaKeys(RpcCall call) {
        ServedIModel iModel = call.iModel();
        return call.read(iModel, connection -> {
            JsonWriter json = new JsonWriter();
            json.beginArray();
            for (ECSchema schema : connection.engine().schemas().schemas()) {
                json.beginObject().name("name").value(schema.name());
                json.name("read").value(schema.read());
                json.name("write").value(schema.write());
                json.name("minor").value(schema.minor()).endObject();
            }
            return RpcResult.json(json.endArray());
        });
    }
}
