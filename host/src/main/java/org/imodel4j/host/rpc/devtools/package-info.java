/** The operations by which a frontend looks at the health of its backend. */
@NullMarked
package org.imodel4j.host.rpc.devtools;

import org.jspecify.annotations.NullMarked;
