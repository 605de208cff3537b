package org.imodel4j.host.rpc.read;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.bis.CodeSpecs.CodeSpec;
import org.imodel4j.bis.Fonts;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Classes, code specs and fonts. */
final class MetadataOperations {
    private MetadataOperations() {}

    /** The name as it was asked for and those of its first base classes, up to the root. */
    static RpcResult getClassHierarchy(RpcCall call) {
        ServedIModel iModel = call.iModel();
        String asked = call.text(1);
        int colon = asked.indexOf(':');
        if (colon <= 0 || colon == asked.length() - 1 || asked.indexOf(':', colon + 1) >= 0) {
            throw new IModelException(Status.BAD_ARG, "Invalid classFullName: " + asked);
        }
        return call.read(iModel, connection -> {
            ECSchemas schemas = connection.engine().schemas();
            ECClass first = schemas.tryClass(asked.substring(0, colon), asked.substring(colon + 1));
            if (first == null) {
                throw new IModelException(Status.NOT_FOUND, "Error getting class meta data for: " + asked);
            }
            JsonWriter json = new JsonWriter();
            json.beginArray().value(asked);
            for (ECClass base = firstBase(schemas, first); base != null; base = firstBase(schemas, base)) {
                json.value(base.fullName());
            }
            return RpcResult.json(json.endArray());
        });
    }

    private static @Nullable ECClass firstBase(ECSchemas schemas, ECClass of) {
        return of.baseClassIds().isEmpty()
                ? null
                : schemas.tryClassById(of.baseClassIds().get(0));
    }

    static RpcResult getAllCodeSpecs(RpcCall call) {
        ServedIModel iModel = call.iModel();
        return call.readWith(iModel, source -> {
            JsonWriter json = new JsonWriter();
            json.beginArray();
            for (CodeSpec spec : new CodeSpecs(source).all()) {
                json.value(spec.toJson());
            }
            return RpcResult.json(json.endArray());
        });
    }

    static RpcResult readFontJson(RpcCall call) {
        ServedIModel iModel = call.iModel();
        return call.readWith(iModel, source -> RpcResult.json(new Fonts(source).toJson()));
    }

    /** Frontends of 2.x parse the answer once more. */
    static RpcResult readFontJsonOf2x(RpcCall call) {
        ServedIModel iModel = call.iModel();
        return call.readWith(iModel, source -> RpcResult.json(JsonValue.of(Json.write(new Fonts(source).toJson()))));
    }
}
