package org.imodel4j.ec.xml;

import java.util.Set;
import org.imodel4j.ec.schema.SchemaSet;

/**
 * Schemas that were read, with all that they refer to.
 *
 * @param schemas each one behind those it refers to
 * @param read the names of those that were read from a document, in the same order; the others are stored already
 */
public record LoadedSchemas(SchemaSet schemas, Set<String> read) {}
