package org.imodel4j.host.nativeapp;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.AuthorizationClient;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcValue;
import org.imodel4j.host.ipc.app.Missing;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The functions of a native application; settings are left to {@link StorageFunctions}, briefcases to {@link CachedBriefcases}. */
final class NativeFunctions implements NativeAppFunctions {
    private static final int EXPIRY_SAFETY_SECONDS = 600;
    private static final String BEARER = "Bearer ";

    private final NativeHost host;
    private final Connectivity connectivity;
    private final StorageFunctions storage;
    private final CachedBriefcases briefcases;

    NativeFunctions(NativeHost host, Connectivity connectivity, StorageFunctions storage) {
        this.host = host;
        this.connectivity = connectivity;
        this.storage = storage;
        this.briefcases = new CachedBriefcases(host);
    }

    @Override
    public @Nullable String getAccessToken() {
        AuthorizationClient client = host.configuration().authorizationClient();
        return client == null ? null : client.getAccessToken();
    }

    @Override
    public int checkInternetConnectivity() {
        return connectivity.status().number();
    }

    @Override
    public void overrideInternetConnectivity(int by, int status) {
        host.overrideInternetConnectivity(InternetConnectivity.OverriddenBy.of(by), InternetConnectivity.of(status));
    }

    @Override
    public int acquireNewBriefcaseId(String iModelId) {
        throw Missing.hub("acquireNewBriefcaseId");
    }

    @Override
    public String getBriefcaseFileName(JsonObject request) {
        JsonValue.Number id = request.number("briefcaseId");
        String iModelId = request.text("iModelId");
        if (iModelId == null || id == null || !id.integral() || id.exact() < 0) {
            throw new IModelException(Status.BAD_ARG, "a briefcase is named by its iModelId and briefcaseId");
        }
        return briefcases.file(iModelId, id.exact()).toString();
    }

    @Override
    public JsonObject downloadBriefcase(
            JsonObject request, @Nullable Boolean reportProgress, @Nullable JsonValue progressInterval) {
        throw Missing.hub("downloadBriefcase");
    }

    @Override
    public boolean requestCancelDownloadBriefcase(String fileName) {
        return false;
    }

    @Override
    public void deleteBriefcaseFiles(String fileName) {
        throw Missing.hub("deleteBriefcaseFiles");
    }

    @Override
    public List<JsonObject> getCachedBriefcases(@Nullable String iModelId) {
        return briefcases.all(iModelId);
    }

    @Override
    public String storageMgrOpen(String name) {
        return storage.open(name);
    }

    @Override
    public void storageMgrClose(String id, @Nullable Boolean deleteIt) {
        storage.close(id, Boolean.TRUE.equals(deleteIt));
    }

    @Override
    public List<String> storageMgrNames() {
        return storage.names();
    }

    @Override
    public IpcValue storageGet(String id, String key) {
        return storage.get(id, key);
    }

    @Override
    public @Nullable String storageGetValueType(String id, String key) {
        return storage.type(id, key);
    }

    @Override
    public void storageSet(IpcCall call, String id, String key) {
        storage.set(id, key, call.arguments());
    }

    @Override
    public void storageRemove(String id, String key) {
        storage.remove(id, key);
    }

    @Override
    public void storageRemoveAll(String id) {
        storage.removeAll(id);
    }

    @Override
    public List<String> storageKeys(String id) {
        return storage.keys(id);
    }

    @Override
    public JsonObject getConfig() {
        return JsonObject.EMPTY;
    }

    @Override
    public int initializeAuth(@Nullable JsonValue session, @Nullable JsonValue configuration) {
        return EXPIRY_SAFETY_SECONDS;
    }

    @Override
    public void signIn(IpcCall call) {
        JsonObject token = getAccessTokenProps();
        call.connection()
                .notifications(NativeAppNotifications.CHANNEL, NativeAppNotifications.class)
                .notifyUserStateChanged(token);
    }

    @Override
    public void signOut() {
        throw Missing.authorization("signOut");
    }

    @Override
    public JsonObject getAccessTokenProps() {
        String token = getAccessToken();
        if (token == null) {
            throw Missing.authorization("getAccessTokenProps");
        }
        // 2.x puts the word before the token again when it uses it.
        return JsonObject.builder()
                .put("tokenString", token.startsWith(BEARER) ? token.substring(BEARER.length()) : token)
                .build();
    }

    @Override
    public void setAccessTokenProps(@Nullable JsonValue token) {
        throw Missing.authorization("setAccessTokenProps");
    }

    @Override
    public void silentLogin(@Nullable JsonValue token) {
        throw Missing.authorization("silentLogin");
    }
}
