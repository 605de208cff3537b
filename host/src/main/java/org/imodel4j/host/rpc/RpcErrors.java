package org.imodel4j.host.rpc;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonWriter;

/** What a failed call looks like as JSON, over all transports. */
public final class RpcErrors {
    /** What makes a frontend open the iModel again. */
    static final String NOT_OPEN = "{\"message\":\"iModel not found\",\"isIModelNotFoundResponse\":true}";

    static final int NO_NUMBER = 32768;

    private RpcErrors() {}

    public static JsonWriter json(IModelException e) {
        JsonWriter json = new JsonWriter();
        json.beginObject().name("message").value(e.text());
        if (e instanceof ITwinError error) {
            json.name("iTwinErrorId").beginObject();
            json.name("scope")
                    .value(error.scope())
                    .name("key")
                    .value(error.key())
                    .endObject();
            json.name("name").value(error.key());
        } else {
            json.name("errorNumber").value(e.errorNumber());
            json.name("name").value(e.errorNumber() == NO_NUMBER ? "Error" : Status.textOf(e.errorNumber()));
        }
        return json.name("isError").value(true).endObject();
    }

    /** What a caller without the right is told. */
    static IModelException refusal(RpcAccess.Decision decision) {
        boolean unknown = decision == RpcAccess.Decision.UNAUTHENTICATED;
        return new IModelException(
                NO_NUMBER,
                ErrorKind.USER,
                unknown ? "an access token is needed" : "the access token does not allow this",
                null);
    }
}
