package org.imodel4j.host.rpc.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.id.CompressedId64Set;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;

/** Ids as frontends send them: one or an array; duplicates count once, in the order in which they came. */
final class IdArguments {
    /** More than any page asks for at once. */
    private static final int MOST = 200_000;

    private IdArguments() {}

    static List<String> read(RpcCall call, int index) {
        JsonValue argument = call.argument(index);
        if (argument instanceof JsonValue.Text text) {
            return List.of(text.value());
        }
        JsonArray array = call.array(index);
        if (array.size() > MOST) {
            throw new IModelException(Status.BAD_ARG, "too many ids").with("most", MOST);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonValue item : array.items()) {
            if (item instanceof JsonValue.Text text) {
                ids.add(text.value());
            }
        }
        return new ArrayList<>(ids);
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
