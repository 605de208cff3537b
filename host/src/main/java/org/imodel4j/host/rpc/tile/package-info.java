/** The tile operations that need no geometry. */
@NullMarked
package org.imodel4j.host.rpc.tile;

import org.jspecify.annotations.NullMarked;
