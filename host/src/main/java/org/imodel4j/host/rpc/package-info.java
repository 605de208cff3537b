/** RPC over HTTP for the frontends of all generations, free of any particular server. */
@NullMarked
package org.imodel4j.host.rpc;

import org.jspecify.annotations.NullMarked;
