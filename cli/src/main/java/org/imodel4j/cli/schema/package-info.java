/** {@code imodel schema}: what can be done with the schemas of a file. */
@NullMarked
package org.imodel4j.cli.schema;

import org.jspecify.annotations.NullMarked;
