package org.imodel4j.host.ipc.app;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The errors of functions that need what is not there; each names it. */
public final class Missing {
    private Missing() {}

    public static IModelException transactions(String function) {
        return new IModelException(
                Status.NOT_ENABLED, function + " needs transactions, which this backend does not have");
    }

    public static IModelException hub(String function) {
        return new IModelException(Status.NOT_ENABLED, function + " needs an iModelHub, and none is connected");
    }

    public static IModelException writing() {
        return new IModelException(Status.READ_ONLY, "this backend opens iModels for reading only");
    }

    public static IModelException containers(String function) {
        return new IModelException(
                Status.NOT_ENABLED, function + " needs cloud containers, and none can be reached from here");
    }

    public static IModelException authorization(String function) {
        return new IModelException(
                Status.NOT_ENABLED,
                function + " needs an authorization client that can do it, which this host does not have");
    }

    public static IModelException shell(String function) {
        return new IModelException(
                Status.NOT_ENABLED, function + " needs a shell with windows, which this host does not have");
    }
}
