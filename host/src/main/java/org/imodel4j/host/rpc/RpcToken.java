package org.imodel4j.host.rpc;

import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Which iModel a call is about. What the URL says overrules the body, because that is what proxies and access checks see; only the key
 * of a snapshot comes from the body.
 *
 * @param key the name under which the iModel is open; {@code iModelId:changesetId} unless the body names a snapshot's
 * @param changesetIndex -1 when not given
 * @param generation2 whether the token has the members of 2.x, contextId and changeSetId
 */
public record RpcToken(
        String key, String iTwinId, String iModelId, String changesetId, int changesetIndex, boolean generation2) {
    /** The token that an argument is; null when it is something else. */
    static @Nullable RpcToken inflate(@Nullable JsonValue argument, RpcUrl url) {
        if (!(argument instanceof JsonObject object) || object.get("iModelId") == null) {
            return null;
        }
        boolean generation2 = object.get("contextId") != null;
        if (!generation2 && object.get("iTwinId") == null) {
            return null;
        }
        String key = object.text("key");
        if (key == null || key.isEmpty() || key.indexOf(':') >= 0) {
            key = url.iModelId() + ":" + url.changesetId();
        }
        JsonObject changeset = object.object("changeset");
        JsonValue.Number index = changeset == null ? object.number("changesetIndex") : changeset.number("index");
        return new RpcToken(
                key,
                url.iTwinId(),
                url.iModelId(),
                url.changesetId(),
                index == null ? -1 : (int) index.value(),
                generation2);
    }
}
