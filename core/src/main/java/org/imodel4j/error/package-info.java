/** The one exception type of imodel4j and the status numbers it carries. */
@NullMarked
package org.imodel4j.error;

import org.jspecify.annotations.NullMarked;
