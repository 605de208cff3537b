package org.imodel4j.host.nativeapp;

import java.util.List;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcValue;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The functions that the frontend of a native application expects, of all generations: {@code NativeAppFunctions} of iTwin.js 2.14 to 5.13. What
 * needs a hub or an authorization client fails with NotEnabled and names what is missing.
 */
public interface NativeAppFunctions {
    /** The channel of these functions. */
    IpcChannel CHANNEL = new IpcChannel("itwinjs-core/nativeApp", "nativeApp");

    /** The token of the host's authorization client; nothing without one. From 3.x on. */
    @Nullable
    String getAccessToken();

    /** 0 online, which is assumed until somebody says something else, 1 offline. */
    int checkInternetConnectivity();

    /**
     * @param by 0 the browser, 1 the user
     * @param status as {@link #checkInternetConnectivity}
     */
    void overrideInternetConnectivity(int by, int status);

    int acquireNewBriefcaseId(String iModelId);

    /** Where the briefcase of an {@code iModelId} and {@code briefcaseId} is kept, whether it is there or not. */
    String getBriefcaseFileName(JsonObject request);

    JsonObject downloadBriefcase(
            JsonObject request, @Nullable Boolean reportProgress, @Nullable JsonValue progressInterval);

    /** Whether there was something to cancel, which there never is without downloads. */
    boolean requestCancelDownloadBriefcase(String fileName);

    void deleteBriefcaseFiles(String fileName);

    /** The briefcases in the cache, of one iModel or of all. */
    List<JsonObject> getCachedBriefcases(@Nullable String iModelId);

    /** Opens the settings of that name, which are made if they are not there; the answer is the {@code id} of the other functions. */
    String storageMgrOpen(String name);

    void storageMgrClose(String id, @Nullable Boolean deleteIt);

    /** The file names of all settings, open or not. */
    List<String> storageMgrNames();

    /** Undefined for a key that is not there and for one whose value is null. */
    IpcValue storageGet(String id, String key);

    /** {@code number}, {@code string}, {@code boolean}, {@code Uint8Array} or {@code null}; nothing for a key that is not there. From 3.x on. */
    @Nullable
    String storageGetValueType(String id, String key);

    /** The value is the third argument of the call: a number, string, boolean, byte array, or null, which undefined is too. */
    void storageSet(IpcCall call, String id, String key);

    void storageRemove(String id, String key);

    void storageRemoveAll(String id);

    List<String> storageKeys(String id);

    /** Of 2.x, whose startup adds the members to its own: settings of the backend that frontends may know. */
    JsonObject getConfig();

    /** Of 2.x: for how many seconds before its end a token counts as expired. */
    int initializeAuth(@Nullable JsonValue session, @Nullable JsonValue configuration);

    /** Of 2.x: takes the token of the host's authorization client and notifies the frontend of it. */
    void signIn(IpcCall call);

    /** Of 2.x. */
    void signOut();

    /** Of 2.x: the token of the host's authorization client in the form of an AccessToken. */
    JsonObject getAccessTokenProps();

    /** Of 2.19. */
    void setAccessTokenProps(@Nullable JsonValue token);

    /** The name of 2.14 for {@link #setAccessTokenProps}. */
    void silentLogin(@Nullable JsonValue token);
}
