package org.imodel4j.host;

/** Gives the access token with which a backend acts on its own behalf. Called from any thread. */
@FunctionalInterface
public interface AuthorizationClient {
    /** The whole value of an Authorization header, such as {@code Bearer …}. */
    String getAccessToken();
}
