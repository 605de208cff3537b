/**
 * Schemas as values: what an author writes, whole and immutable, without a file and without ids. Schemas are read into this
 * model from ECXML or from the tables of a file, and go from it into either.
 */
@NullMarked
package org.imodel4j.ec.schema;

import org.jspecify.annotations.NullMarked;
