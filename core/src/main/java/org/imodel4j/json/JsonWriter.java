package org.imodel4j.json;

/** Placeholder shape; see the contract. */
public final class JsonWriter {}
