/** Tests of what users see of it. */
@NullMarked
package org.imodel4j.cli.output;

import org.jspecify.annotations.NullMarked;
