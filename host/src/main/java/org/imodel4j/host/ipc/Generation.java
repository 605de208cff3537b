package org.imodel4j.host.ipc;

/** The major releases of iTwin.js that a frontend can be of, the oldest first. */
public enum Generation {
    V2,
    V3,
    V4,
    V5
}
