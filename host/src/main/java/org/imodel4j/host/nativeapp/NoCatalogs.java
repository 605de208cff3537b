package org.imodel4j.host.nativeapp;

import org.imodel4j.host.ipc.app.Missing;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The answers of a host without cloud containers. */
final class NoCatalogs implements CatalogFunctions {
    @Override
    public JsonObject createNewContainer(@Nullable JsonValue arguments) {
        throw Missing.containers("createNewContainer");
    }

    @Override
    public void acquireWriteLock(@Nullable JsonValue arguments) {
        throw Missing.containers("acquireWriteLock");
    }

    @Override
    public void releaseWriteLock(@Nullable JsonValue arguments) {
        throw Missing.containers("releaseWriteLock");
    }

    @Override
    public JsonObject openReadonly(@Nullable JsonValue arguments) {
        throw Missing.containers("openReadonly");
    }

    @Override
    public JsonObject openEditable(@Nullable JsonValue arguments) {
        throw Missing.containers("openEditable");
    }

    @Override
    public JsonObject createNewVersion(@Nullable JsonValue arguments) {
        throw Missing.containers("createNewVersion");
    }

    @Override
    public JsonObject getInfo(@Nullable String key) {
        throw Missing.containers("getInfo");
    }

    @Override
    public void updateCatalogManifest(@Nullable String key, @Nullable JsonValue manifest) {
        throw Missing.containers("updateCatalogManifest");
    }
}
