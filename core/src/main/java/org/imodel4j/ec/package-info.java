/** The EC model of a file: schemas, classes, properties, and where each property is stored. */
@NullMarked
package org.imodel4j.ec;

import org.jspecify.annotations.NullMarked;
