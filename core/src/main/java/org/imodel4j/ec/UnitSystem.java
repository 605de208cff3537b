package org.imodel4j.ec;

/** A family of units such as SI. */
public record UnitSystem(SchemaItem item) {}
