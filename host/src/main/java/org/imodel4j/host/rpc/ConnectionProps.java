package org.imodel4j.host.rpc;

import org.imodel4j.host.ServedIModel;
import org.imodel4j.json.JsonObject;

/** What a frontend gets when it opens an iModel: the facts of the iModel and how to name it from then on. */
public final class ConnectionProps {
    private static final int READONLY = 1;

    private ConnectionProps() {}

    /** As frontends from 3.x on read them. */
    public static JsonObject of(ServedIModel served, String key) {
        return builder(served, key).build();
    }

    /** With the members of 2.x beside those of later frontends; each ignores the others. */
    public static JsonObject ofEveryGeneration(ServedIModel served, String key) {
        return builder(served, key)
                .put("contextId", served.iTwinId())
                .put("changeSetId", served.changesetId())
                .put("openMode", READONLY)
                .build();
    }

    private static JsonObject.Builder builder(ServedIModel served, String key) {
        JsonObject.Builder props = JsonObject.builder();
        served.db().connectionProps().members().forEach(props::put);
        return props.put("key", key);
    }
}
