/** Tests of what users see of it. */
@NullMarked
package org.imodel4j.cli.export;

import org.jspecify.annotations.NullMarked;
