/** The operations by which a frontend opens the snapshots that are served. */
@NullMarked
package org.imodel4j.host.rpc.snapshot;

import org.jspecify.annotations.NullMarked;
