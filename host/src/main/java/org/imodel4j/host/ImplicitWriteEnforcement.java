package org.imodel4j.host;

/** What happens when an iModel is changed outside of an explicit editing scope. */
public enum ImplicitWriteEnforcement {
    ALLOW,
    LOG,
    THROW
}
