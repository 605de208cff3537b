package org.imodel4j.host.rpc.read;

import java.util.List;
import org.imodel4j.bis.TextureData;
import org.imodel4j.bis.Textures;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.ITwinError;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Images of textures, not larger than a frontend asks for. */
final class TextureOperations {
    private TextureOperations() {}

    /** From 3.x on: the image with its size, or undefined. */
    static RpcResult queryTextureData(RpcCall call) {
        TextureData image = find(call);
        if (image == null) {
            return RpcResult.nothing();
        }
        JsonObject json = JsonObject.builder()
                .put("width", image.width())
                .put("height", image.height())
                .put("format", image.format())
                .put("transparency", image.transparency())
                .put("bytes", RpcResult.marker(0, image.bytes()))
                .build();
        return RpcResult.parts(json, List.of(image.bytes()));
    }

    /** 2.x: the bytes of the image, or undefined. */
    static RpcResult getTextureImage(RpcCall call) {
        TextureData image = find(call);
        return image == null ? RpcResult.nothing() : RpcResult.bytes(image.bytes());
    }

    private static @Nullable TextureData find(RpcCall call) {
        ServedIModel iModel = call.iModel();
        JsonObject request = call.object(1);
        String name = request.text("name");
        if (name == null || !Id64.isId(name)) {
            throw new ITwinError("imodel-native", "TypeError", "name property must be a valid Id64String");
        }
        JsonValue.Number largest = request.number("maxTextureSize");
        if (largest != null && largest.value() < 1) {
            throw new ITwinError("imodel-native", "TypeError", "maxTextureSize property must be a positive number");
        }
        TextureData image = call.<@Nullable TextureData>readWith(
                iModel, source -> new Textures(iModel.db().schemas(), source).tryGet(Id64.parse(name)));
        return image == null || largest == null
                ? image
                : SmallerTexture.of(
                        image,
                        (int) largest.value(),
                        call.host().configuration().environment());
    }
}
