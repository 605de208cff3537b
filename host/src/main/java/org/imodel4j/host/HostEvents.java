package org.imodel4j.host;

/**
 * What an application can listen to in the life of its hosts.
 *
 * <p>The listeners belong to this object and not to a host: an application that stops its host and starts another one with
 * the same events keeps them. Each listener is given the host.
 */
public final class HostEvents {
    private final BeEvent<IModelHost> onWorkspaceStartup = new BeEvent<>();
    private final BeEvent<IModelHost> onAfterStartup = new BeEvent<>();
    private final BeEvent<IModelHost> onBeforeShutdown = new BeEvent<>();

    /** Raised when the directories of the host stand and before anything can be opened; the host is valid. */
    public BeEvent<IModelHost> onWorkspaceStartup() {
        return onWorkspaceStartup;
    }

    /** Raised as the last step of a startup; the host is valid. */
    public BeEvent<IModelHost> onAfterStartup() {
        return onAfterStartup;
    }

    /** Raised as the first step of a shutdown: the host is no longer valid, what it served is still open. */
    public BeEvent<IModelHost> onBeforeShutdown() {
        return onBeforeShutdown;
    }
}
