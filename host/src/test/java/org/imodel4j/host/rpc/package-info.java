/** Tests of the wire, without a transport. */
@NullMarked
package org.imodel4j.host.rpc;

import org.jspecify.annotations.NullMarked;
