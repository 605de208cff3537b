package org.imodel4j.host.ipc.app;

import java.util.List;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The functions that every frontend with a host of its own expects, of all generations: {@code IpcAppFunctions} of iTwin.js 2.14 to 5.13.
 *
 * <p>A {@code key} names an iModel that is open; one that is not is answered in the form that makes frontends open it again. What needs
 * transactions or a hub fails with NotEnabled and names what is missing, except for questions whose answer about a read-only file is known.
 */
public interface IpcAppFunctions {
    /** The channel of these functions. */
    IpcChannel CHANNEL = new IpcChannel("itwinjs-core/ipc-app", "ipc-app");

    /** Logs a message of the frontend; levels are 0 trace, 1 info, 2 warning, 3 error, others are ignored. */
    void log(double timestamp, int level, String category, String message, @Nullable JsonValue metaData);

    /** How many things a frontend may ask at once: of {@code io} or {@code cpu}. */
    int queryConcurrency(String pool);

    JsonObject openSnapshot(IpcCall call, String filePath, @Nullable JsonObject options);

    /** @param openMode 1 for reading, 2 for writing, which is ReadOnly's error until files can be written */
    JsonObject openStandalone(IpcCall call, String filePath, int openMode, @Nullable JsonObject options);

    /** Opens the file {@code fileName} of the properties, when they say {@code readonly}. */
    JsonObject openBriefcase(IpcCall call, JsonObject properties);

    /** Opens a checkpoint by {@code iModelId} and {@code changeset} when this host serves it. */
    JsonObject openCheckpoint(IpcCall call, JsonObject checkpoint);

    void closeIModel(IpcCall call, String key);

    boolean hasPendingTxns(String key);

    boolean isUndoPossible(String key);

    boolean isRedoPossible(String key);

    String getUndoString(String key);

    String getRedoString(String key);

    boolean isGraphicalEditingSupported(String key);

    /** The name of 2.14 for {@link #isGraphicalEditingSupported}. */
    boolean isInteractiveEditingSupported(String key);

    /** Accepted; nothing waits. */
    void cancelTileContentRequests(@Nullable JsonValue token, @Nullable List<JsonValue> contentIds);

    /** Accepted; nothing waits. */
    void cancelElementGraphicsRequests(String key, @Nullable List<JsonValue> requestIds);

    /** Accepted; nothing is being pulled. */
    void cancelPullChangesRequest(String key);

    void saveChanges(String key, @Nullable String description);

    void abandonChanges(String key);

    boolean toggleGraphicalEditingScope(String key, boolean start);

    /** The name of 2.14 for {@link #toggleGraphicalEditingScope}. */
    boolean toggleInteractiveEditingSession(String key, boolean start);

    /** In 2.14. */
    int reverseSingleTxn(String key);

    int reverseTxns(String key, int count);

    int reverseAllTxn(String key);

    int reinstateTxn(String key);

    void reverseTxnsAsync(String key, int count, @Nullable JsonValue arguments);

    void reverseAllTxnsAsync(String key, @Nullable JsonValue arguments);

    void reinstateTxnAsync(String key, @Nullable JsonValue arguments);

    void restartTxnSession(String key);

    /** In 2.x. */
    JsonObject pullAndMergeChanges(String key, @Nullable JsonValue version);

    JsonObject pullChanges(String key, @Nullable JsonValue toIndex, @Nullable JsonValue options);

    JsonValue pushChanges(String key, String description);
}
