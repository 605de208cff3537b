package org.imodel4j.host.rpc.read;

import java.util.List;
import org.imodel4j.bis.Thumbnail;
import org.imodel4j.bis.ToolTips;
import org.imodel4j.bis.Views;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.id.Id64;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/** What a frontend needs to show a view and what is in it. */
final class ViewOperations {
    private ViewOperations() {}

    static RpcResult getViewStateData(RpcCall call) {
        ServedIModel iModel = call.iModel();
        long id = Id64.parseLenient(call.text(1));
        JsonObject options = call.argument(2) instanceof JsonObject object ? object : null;
        return call.use(iModel, () -> RpcResult.json(iModel.db().views().viewState(id, Views.loadOptions(options))));
    }

    static RpcResult hydrateViewState(RpcCall call) {
        ServedIModel iModel = call.iModel();
        JsonObject request = call.object(1);
        return call.use(iModel, () -> RpcResult.json(iModel.db().views().hydrate(request)));
    }

    /** A view of everything: the models and categories that have something to show, and where that lies. */
    static RpcResult getCustomViewState3dData(RpcCall call) {
        ServedIModel iModel = call.iModel();
        String asked = call.object(1).text("modelIds");
        IdSet models = asked == null ? null : IdArguments.compressed(asked);
        return call.use(iModel, () -> RpcResult.json(iModel.db().views().customViewState3d(models)));
    }

    static RpcResult getDefaultViewId(RpcCall call) {
        ServedIModel iModel = call.iModel();
        return call.use(
                iModel,
                () -> RpcResult.json(JsonValue.of(Id64.toHex(iModel.db().views().defaultViewId()))));
    }

    /** NoContent for a view without a thumbnail and for what is no view. */
    static RpcResult getViewThumbnail(RpcCall call) {
        ServedIModel iModel = call.iModel();
        long id = Id64.parseLenient(call.text(1));
        return call.use(iModel, () -> {
            Thumbnail thumbnail = iModel.db().views().tryThumbnail(id);
            if (thumbnail == null) {
                throw new IModelException(Status.NO_CONTENT, "No Content");
            }
            return RpcResult.bytes(thumbnail.toBytes());
        });
    }

    static RpcResult getToolTipMessage(RpcCall call) {
        ServedIModel iModel = call.iModel();
        String id = call.text(1);
        return call.use(iModel, () -> {
            ToolTips toolTips = new ToolTips(iModel.db().schemas(), iModel.db().elements());
            List<String> lines = toolTips.of(Id64.parseLenient(id));
            JsonWriter json = new JsonWriter();
            json.beginArray();
            lines.forEach(json::value);
            return RpcResult.json(json.endArray());
        });
    }
}
