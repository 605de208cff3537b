package org.imodel4j.host;

import java.util.UUID;

/**
 * Who a backend says that it is when it calls others.
 *
 * @param applicationId an id of Bentley's product registry; 2686 is iTwin.js itself
 * @param applicationVersion the version of the application, not of imodel4j
 * @param sessionId a GUID that stays the same for as long as the application runs, over restarts of its host
 */
public record HostSession(String applicationId, String applicationVersion, String sessionId) {
    /** The defaults of iTwin.js with a session id of its own. */
    public static HostSession fresh() {
        return new HostSession("2686", "1.0.0", UUID.randomUUID().toString());
    }
}
