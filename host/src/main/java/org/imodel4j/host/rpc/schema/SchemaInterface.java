package org.imodel4j.host.rpc.schema;

import org.imodel4j.ec.ECSchema;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.NotOffered;
import org.imodel4j.host.rpc.RpcCaching;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonWriter;

/** ECSchemaRpcInterface: which schemas an iModel has. */
public final class SchemaInterface {
    private SchemaInterface() {}

    public static RpcInterface build() {
        RpcInterface.Builder builder = RpcInterface.named("ECSchemaRpcInterface", "2.0.0")
                .operation("getSchemaKeys", RpcCaching.IMMUTABLE, SchemaInterface::getSchemaKeys);
        return NotOffered.addTo(builder, "getSchemaJSON").build();
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
