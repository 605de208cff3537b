package org.imodel4j.ec;

/** A group that properties are shown in; higher priorities come first. */
public record PropertyCategory(SchemaItem item, int priority) {}
