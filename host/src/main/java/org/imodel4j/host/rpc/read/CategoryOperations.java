package org.imodel4j.host.rpc.read;

import java.util.List;
import org.imodel4j.bis.SubCategories;
import org.imodel4j.bis.SubCategories.SubCategory;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonWriter;

/** The sub-categories of categories. */
final class CategoryOperations {
    private CategoryOperations() {}

    static RpcResult querySubCategories(RpcCall call) {
        ServedIModel iModel = call.iModel();
        IdSet categories = IdArguments.compressed(call.text(1));
        return call.readWith(iModel, source -> json(new SubCategories(source).of(categories)));
    }

    static RpcResult queryAllUsedSpatialSubCategories(RpcCall call) {
        ServedIModel iModel = call.iModel();
        return call.readWith(iModel, source -> json(new SubCategories(source).usedSpatial()));
    }

    private static RpcResult json(List<SubCategory> all) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        all.forEach(each -> json.value(each.toJson()));
        return RpcResult.json(json.endArray());
    }
}
