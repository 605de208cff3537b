/** Tests of reading an iModel through RPC, with the requests that frontends send. */
@NullMarked
package org.imodel4j.host.rpc.read;

import org.jspecify.annotations.NullMarked;
