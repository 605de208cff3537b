package org.imodel4j.host.nativeapp;

import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The functions of 5.x for catalogs, iModels in cloud containers. All fail with NotEnabled and say that there are no containers. */
public interface CatalogFunctions {
    /** The channel of these functions. */
    IpcChannel CHANNEL = IpcChannel.named("catalogIModel/ipc");

    JsonObject createNewContainer(@Nullable JsonValue arguments);

    void acquireWriteLock(@Nullable JsonValue arguments);

    void releaseWriteLock(@Nullable JsonValue arguments);

    JsonObject openReadonly(@Nullable JsonValue arguments);

    JsonObject openEditable(@Nullable JsonValue arguments);

    JsonObject createNewVersion(@Nullable JsonValue arguments);

    JsonObject getInfo(@Nullable String key);

    void updateCatalogManifest(@Nullable String key, @Nullable JsonValue manifest);
}
