package org.imodel4j.host.ipc.app;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.NamedSnapshots;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.ipc.IpcConnection;
import org.imodel4j.host.rpc.IModelNotOpenException;

/**
 * Which iModels which frontend has open. An iModel that a frontend opened is closed when the last frontend that opened it closes it or is gone;
 * one that the host serves anyway stays.
 */
final class FrontendFiles {
    private final IModelHost host;
    private final Map<String, Map<IpcConnection, Integer>> opened = new HashMap<>();

    FrontendFiles(IModelHost host) {
        this.host = host;
    }

    /** Opens a file for a frontend; NotFound, whatever the reason, when it is not one that the host lets frontends open. */
    ServedIModel open(IpcConnection frontend, String name) {
        while (true) {
            ServedIModel served = new NamedSnapshots(host).tryFile(name, client(frontend));
            if (served == null) {
                throw new IModelException(Status.NOT_FOUND, "no such file, or none that frontends may open")
                        .with("file", name);
            }
            if (served.isKept() || noted(frontend, served)) {
                return served;
            }
        }
    }

    /** Notes who opened an iModel; false when its last user closed it meanwhile. */
    private synchronized boolean noted(IpcConnection frontend, ServedIModel served) {
        if (host.openIModels().tryKey(served.key()) != served && host.isValid()) {
            return false;
        }
        opened.computeIfAbsent(served.key(), key -> new HashMap<>()).merge(frontend, 1, Integer::sum);
        if (!frontend.isOpen()) {
            forget(frontend);
        }
        return true;
    }

    /** Closes what a frontend opened once. */
    synchronized void close(IpcConnection frontend, String key) {
        get(key);
        Map<IpcConnection, Integer> users = opened.get(key);
        if (users != null) {
            users.computeIfPresent(frontend, (who, count) -> count == 1 ? null : count - 1);
            withdrawUnused();
        }
    }

    /** Closes what a frontend that is gone left open. */
    synchronized void forget(IpcConnection frontend) {
        opened.values().forEach(users -> users.remove(frontend));
        withdrawUnused();
    }

    private void withdrawUnused() {
        opened.entrySet().removeIf(entry -> {
            boolean unused = entry.getValue().isEmpty();
            ServedIModel served = host.openIModels().tryKey(entry.getKey());
            if (unused && served != null && !served.isKept()) {
                host.openIModels().withdraw(entry.getKey());
            }
            return unused;
        });
    }

    /** The iModel that is open under a key, whoever opened it. */
    ServedIModel get(String key) {
        ServedIModel served = host.openIModels().tryKey(key);
        int colon = key.indexOf(':');
        if (served == null && colon >= 0) {
            served = host.openIModels().tryCheckpoint(key.substring(0, colon), key.substring(colon + 1));
        }
        if (served == null) {
            throw new IModelNotOpenException();
        }
        return served;
    }

    private static String client(IpcConnection frontend) {
        return "ipc-" + frontend.id();
    }
}
