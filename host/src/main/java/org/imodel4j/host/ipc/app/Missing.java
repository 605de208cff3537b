package org.imodel4j.host.ipc.app;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The errors of functions that need what is not there. */
final class Missing {
    private Missing() {}

    static IModelException transactions(String function) {
        return new IModelException(
                Status.NOT_ENABLED, function + " needs transactions, which this backend does not have");
    }

    static IModelException hub(String function) {
        return new IModelException(Status.NOT_ENABLED, function + " needs an iModelHub, and none is connected");
    }

    static IModelException writing() {
        return new IModelException(Status.READ_ONLY, "this backend opens iModels for reading only");
    }
}
