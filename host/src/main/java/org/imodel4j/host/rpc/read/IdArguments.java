package org.imodel4j.host.rpc.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.id.CompressedId64Set;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;

/** Ids as frontends send them: one, an array or a compressed set. */
final class IdArguments {
    /** More than any page asks for at once. */
    private static final int MOST = 200_000;

    private IdArguments() {}

    /** All of them in the order in which they came; what is no text counts as an id of nothing. */
    static List<String> all(RpcCall call, int index) {
        JsonValue argument = call.argument(index);
        if (argument instanceof JsonValue.Text text) {
            return List.of(text.value());
        }
        JsonArray array = call.array(index);
        if (array.size() > MOST) {
            throw new IModelException(Status.BAD_ARG, "too many ids").with("most", MOST);
        }
        List<String> ids = new ArrayList<>(array.size());
        for (JsonValue item : array.items()) {
            ids.add(item instanceof JsonValue.Text text ? text.value() : Json.write(item));
        }
        return ids;
    }

    /** As {@link #all}, but duplicates count once, and nothing given is no id. */
    static List<String> distinct(RpcCall call, int index) {
        JsonValue argument = call.argument(index);
        boolean absent = argument == null || argument instanceof JsonValue.Null;
        return absent ? List.of() : List.copyOf(new LinkedHashSet<>(all(call, index)));
    }

    /** A compressed set of ids; the reference fails without a number when it is malformed. */
    static IdSet compressed(String text) {
        try {
            return CompressedId64Set.decode(text);
        } catch (IModelException e) {
            throw new IModelException(32768, ErrorKind.USER, "Invalid CompressedId64Set", e);
        }
    }
}
