package org.imodel4j.host.ipc;

/**
 * Hears what frontends send without waiting for an answer. Runs in the thread that reads from the frontend: what it throws is logged, while it
 * runs nothing else of that frontend is heard, and it must not wait for an answer of the same frontend.
 */
@FunctionalInterface
public interface IpcListener {
    void heard(IpcConnection from, IpcArguments data);
}
