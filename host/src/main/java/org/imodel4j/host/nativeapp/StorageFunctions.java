package org.imodel4j.host.nativeapp;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.QueryOrder;
import org.imodel4j.host.ipc.IpcArguments;
import org.imodel4j.host.ipc.IpcValue;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a frontend may do with settings; the work is done by the threads of the host that may block in SQLite. */
final class StorageFunctions {
    private static final int LONGEST_KEY = 100_000;

    private final IModelHost host;
    private final SettingsStores stores;

    StorageFunctions(IModelHost host, SettingsStores stores) {
        this.host = host;
        this.stores = stores;
    }

    String open(String name) {
        return run(() -> {
            stores.open(name);
            return name + SettingsStores.EXTENSION;
        });
    }

    void close(String id, boolean deleteIt) {
        run(() -> {
            stores.close(id, deleteIt);
            return true;
        });
    }

    List<String> names() {
        return stores.names();
    }

    IpcValue get(String id, String key) {
        Object value = in(id, store -> store.tryData(key));
        return switch (value) {
            case null -> IpcValue.undefined();
            case byte[] bytes -> IpcValue.of(bytes);
            case String text -> IpcValue.of(JsonValue.of(text));
            case Boolean bool -> IpcValue.of(JsonValue.of(bool));
            case Double number -> IpcValue.of(JsonValue.of(number));
            default -> throw new IllegalStateException("a value of " + value.getClass());
        };
    }

    @Nullable
    String type(String id, String key) {
        return in(id, store -> store.tryType(key));
    }

    void set(String id, String key, IpcArguments arguments) {
        if (key.length() > LONGEST_KEY) {
            throw new IModelException(Status.BAD_ARG, "the key of a setting is too long");
        }
        JsonValue value = arguments.argument(2);
        byte[] bytes = value instanceof JsonObject ? bytes(key, arguments) : null;
        in(id, store -> {
            switch (value) {
                case null -> store.setNull(key);
                case JsonValue.Null none -> store.setNull(key);
                case JsonValue.Text text -> store.setString(key, text.value());
                case JsonValue.Bool bool -> store.setBoolean(key, bool.value());
                case JsonValue.Number number -> store.setNumber(key, number.value());
                case JsonObject object when bytes != null -> store.setBytes(key, bytes);
                case JsonObject object -> throw unsupported(key);
                case JsonArray array -> throw unsupported(key);
            }
            return true;
        });
    }

    private static byte[] bytes(String key, IpcArguments arguments) {
        try {
            return arguments.bytes(2);
        } catch (IModelException e) {
            throw unsupported(key);
        }
    }

    private static IModelException unsupported(String key) {
        return new IModelException(Status.BE_SQLITE_ERROR, "Unsupported type object for value for key='" + key + "'");
    }

    void remove(String id, String key) {
        in(id, store -> {
            store.remove(key);
            return true;
        });
    }

    void removeAll(String id) {
        in(id, store -> {
            store.removeAll();
            return true;
        });
    }

    List<String> keys(String id) {
        return in(id, SettingsStore::keys);
    }

    private <T extends @Nullable Object> T in(String id, Function<SettingsStore, T> work) {
        return run(() -> work.apply(stores.find(id)));
    }

    private <T extends @Nullable Object> T run(Supplier<T> work) {
        return host.queries().run(QueryOrder.of(stores), ticket -> work.get());
    }
}
