package org.imodel4j.host.rpc;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;

/** A failure that iTwin.js 5.x tells by a scope and a key instead of a number. */
public final class ITwinError extends IModelException {
    private static final long serialVersionUID = 1L;
    private static final int NO_NUMBER = 32768;

    private final String scope;
    private final String key;

    public ITwinError(String scope, String key, String text) {
        super(NO_NUMBER, ErrorKind.USER, text, null);
        this.scope = scope;
        this.key = key;
    }

    public String scope() {
        return scope;
    }

    public String key() {
        return key;
    }
}
