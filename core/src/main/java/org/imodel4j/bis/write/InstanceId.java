package org.imodel4j.bis.write;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** The id of an aspect or a link that is to be inserted: the one that its props have, or the next one of the file. */
final class InstanceId {
    private InstanceId() {}

    /**
     * @param given whether the props say the id; the counter of the file is to be raised to it when it is used
     * @throws IModelException BadArg when the id is missing, WriteError when it is none
     */
    static long take(JsonObject props, boolean given, EditContext context) {
        if (!given) {
            return context.instanceIds().next();
        }
        if (!(props.get("id") instanceof JsonValue.Text text)) {
            throw new IModelException(Status.BAD_ARG, "invalid argument, the id is required if forcing its usage");
        }
        long id = Id64.parseLenient(text.value());
        if (id == 0) {
            throw new IModelException(Status.WRITE_ERROR, "write error: not an id").with("id", text.value());
        }
        return id;
    }

    /** What an insert throws for an id that is in use; other failures as they are. */
    static IModelException explained(IModelException failure, long id) {
        return Refusal.isTaken(failure) ? Refusal.of(Status.WRITE_ERROR, "write error: the id is in use", id) : failure;
    }
}
