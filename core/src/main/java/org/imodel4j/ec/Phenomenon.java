package org.imodel4j.ec;

/** What units of one kind measure, such as LENGTH; the definition is an expression in other phenomena. */
public record Phenomenon(SchemaItem item, String definition) {}
