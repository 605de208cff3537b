package org.imodel4j.host.ipc;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.rpc.IModelNotOpenException;
import org.imodel4j.host.rpc.ITwinError;
import org.imodel4j.json.JsonWriter;

/**
 * The answer of a failed call, with the members that any generation reads:
 *
 * <pre>
 * {"error":{"name":N,"message":M,"errorNumber":E,"iTwinErrorId":{"scope":"bentley-error","key":N}}}
 * {"error":{"name":K,"message":M,"iTwinErrorId":{"scope":S,"key":K}},"iTwinError":{"namespace":S,"errorKey":K,"message":M}}
 * </pre>
 *
 * 2.x to 4.x read the first three, 5.x the last; the second form is for errors that have a scope and key of their own, whose sibling only 4.11
 * reads. Stack traces stay in the log.
 */
final class IpcErrors {
    static final int UNNUMBERED = 32768;

    private static final int SHOWN = 100;

    private IpcErrors() {}

    static byte[] answer(IModelException e) {
        JsonWriter json = new JsonWriter();
        json.beginObject().name("error").beginObject();
        if (e instanceof ITwinError own) {
            json.name("name").value(own.key()).name("message").value(e.text());
            id(json, own.scope(), own.key());
            json.endObject().name("iTwinError").beginObject();
            json.name("namespace").value(own.scope()).name("errorKey").value(own.key());
            json.name("message").value(e.text());
        } else {
            String name = e.errorNumber() == UNNUMBERED ? "Error" : Status.textOf(e.errorNumber());
            json.name("name").value(name).name("message").value(e.text());
            json.name("errorNumber").value((long) e.errorNumber());
            id(json, "bentley-error", name);
            if (e instanceof IModelNotOpenException) {
                json.name("isIModelNotFoundResponse").value(true);
            }
        }
        return json.endObject().endObject().bytes();
    }

    private static void id(JsonWriter json, String scope, String key) {
        json.name("iTwinErrorId").beginObject();
        json.name("scope").value(scope).name("key").value(key).endObject();
    }

    /** A failure that iTwin.js has no number for. */
    static IModelException refusal(String text) {
        return new IModelException(UNNUMBERED, ErrorKind.USER, text, null);
    }

    /** What a frontend is told of a defect of this program. */
    static IModelException defect(Throwable e) {
        return new IModelException(UNNUMBERED, ErrorKind.INTERNAL, "internal error of the backend", e);
    }

    /** A name from outside, short enough for a message. */
    static String shown(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }
}
