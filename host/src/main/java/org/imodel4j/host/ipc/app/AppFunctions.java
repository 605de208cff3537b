package org.imodel4j.host.ipc.app;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.rpc.ConnectionProps;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The functions over files that are open for reading. */
final class AppFunctions implements IpcAppFunctions {
    private static final int READ = 1;

    private final IModelHost host;
    private final FrontendFiles files;
    private final int processors = Runtime.getRuntime().availableProcessors();

    AppFunctions(IModelHost host, FrontendFiles files) {
        this.host = host;
        this.files = files;
    }

    @Override
    public void log(double timestamp, int level, String category, String message, @Nullable JsonValue metaData) {
        FrontendLog.write(level, category, message, metaData);
    }

    @Override
    public int queryConcurrency(String pool) {
        return switch (pool) {
            case "cpu" -> processors;
            case "io" -> host.queries().config().concurrent();
            default -> throw new IModelException(Status.BAD_ARG, "the pool is io or cpu");
        };
    }

    @Override
    public JsonObject openSnapshot(IpcCall call, String filePath, @Nullable JsonObject options) {
        return opened(call, filePath);
    }

    @Override
    public JsonObject openStandalone(IpcCall call, String filePath, int openMode, @Nullable JsonObject options) {
        if (openMode != READ) {
            throw Missing.writing();
        }
        return opened(call, filePath);
    }

    @Override
    public JsonObject openBriefcase(IpcCall call, JsonObject properties) {
        String file = properties.text("fileName");
        if (file == null) {
            throw new IModelException(Status.BAD_ARG, "a briefcase is opened by its fileName");
        }
        if (!Boolean.TRUE.equals(properties.bool("readonly"))) {
            throw Missing.writing();
        }
        return opened(call, file);
    }

    @Override
    public JsonObject openCheckpoint(IpcCall call, JsonObject checkpoint) {
        JsonObject changeset = checkpoint.object("changeset");
        String iModelId = checkpoint.text("iModelId");
        String changesetId = changeset == null ? "" : changeset.text("id");
        ServedIModel served = iModelId == null
                ? null
                : host.openIModels().tryCheckpoint(iModelId, changesetId == null ? "" : changesetId);
        if (served == null) {
            throw Missing.hub("openCheckpoint of an iModel that is not served");
        }
        return ConnectionProps.ofEveryGeneration(served, served.checkpointKey());
    }

    private JsonObject opened(IpcCall call, String file) {
        ServedIModel served = files.open(call.connection(), file);
        return ConnectionProps.ofEveryGeneration(served, served.key());
    }

    @Override
    public void closeIModel(IpcCall call, String key) {
        files.close(call.connection(), key);
    }

    @Override
    public boolean hasPendingTxns(String key) {
        return readOnly(key, false);
    }

    @Override
    public boolean isUndoPossible(String key) {
        return readOnly(key, false);
    }

    @Override
    public boolean isRedoPossible(String key) {
        return readOnly(key, false);
    }

    @Override
    public String getUndoString(String key) {
        return readOnly(key, "");
    }

    @Override
    public String getRedoString(String key) {
        return readOnly(key, "");
    }

    @Override
    public boolean isGraphicalEditingSupported(String key) {
        return readOnly(key, false);
    }

    @Override
    public boolean isInteractiveEditingSupported(String key) {
        return readOnly(key, false);
    }

    @Override
    public void cancelTileContentRequests(@Nullable JsonValue token, @Nullable List<JsonValue> contentIds) {}

    @Override
    public void cancelElementGraphicsRequests(String key, @Nullable List<JsonValue> requestIds) {}

    @Override
    public void cancelPullChangesRequest(String key) {}

    @Override
    public void saveChanges(String key, @Nullable String description) {
        needsTransactions(key, "saveChanges");
    }

    @Override
    public void abandonChanges(String key) {
        needsTransactions(key, "abandonChanges");
    }

    @Override
    public boolean toggleGraphicalEditingScope(String key, boolean start) {
        return needsTransactions(key, "toggleGraphicalEditingScope");
    }

    @Override
    public boolean toggleInteractiveEditingSession(String key, boolean start) {
        return needsTransactions(key, "toggleInteractiveEditingSession");
    }

    @Override
    public int reverseSingleTxn(String key) {
        return needsTransactions(key, "reverseSingleTxn");
    }

    @Override
    public int reverseTxns(String key, int count) {
        return needsTransactions(key, "reverseTxns");
    }

    @Override
    public int reverseAllTxn(String key) {
        return needsTransactions(key, "reverseAllTxn");
    }

    @Override
    public int reinstateTxn(String key) {
        return needsTransactions(key, "reinstateTxn");
    }

    @Override
    public void reverseTxnsAsync(String key, int count, @Nullable JsonValue arguments) {
        needsTransactions(key, "reverseTxnsAsync");
    }

    @Override
    public void reverseAllTxnsAsync(String key, @Nullable JsonValue arguments) {
        needsTransactions(key, "reverseAllTxnsAsync");
    }

    @Override
    public void reinstateTxnAsync(String key, @Nullable JsonValue arguments) {
        needsTransactions(key, "reinstateTxnAsync");
    }

    @Override
    public void restartTxnSession(String key) {
        needsTransactions(key, "restartTxnSession");
    }

    @Override
    public JsonObject pullAndMergeChanges(String key, @Nullable JsonValue version) {
        return needsHub(key, "pullAndMergeChanges");
    }

    @Override
    public JsonObject pullChanges(String key, @Nullable JsonValue toIndex, @Nullable JsonValue options) {
        return needsHub(key, "pullChanges");
    }

    @Override
    public JsonValue pushChanges(String key, String description) {
        return needsHub(key, "pushChanges");
    }

    /** What is true of every iModel that nobody can change. */
    private <T> T readOnly(String key, T answer) {
        files.get(key);
        return answer;
    }

    private <T> T needsTransactions(String key, String function) {
        files.get(key);
        throw Missing.transactions(function);
    }

    private <T> T needsHub(String key, String function) {
        files.get(key);
        throw Missing.hub(function);
    }
}
