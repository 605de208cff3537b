/** Tests of the host's lifecycle and of its query threads. */
@NullMarked
package org.imodel4j.host;

import org.jspecify.annotations.NullMarked;
