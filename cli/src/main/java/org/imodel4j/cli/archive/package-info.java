/** Whole iModels as text: their schemas as documents and everything else as lines of JSON, out of a file and into a new one. */
@NullMarked
package org.imodel4j.cli.archive;

import org.jspecify.annotations.NullMarked;
