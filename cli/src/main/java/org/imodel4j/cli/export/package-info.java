/** Rows in files: whole ones or none, in formats that may be installed separately. */
@NullMarked
package org.imodel4j.cli.export;

import org.jspecify.annotations.NullMarked;
