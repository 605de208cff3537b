/** Tests of the interfaces that need no iModel. */
@NullMarked
package org.imodel4j.host.rpc.devtools;

import org.jspecify.annotations.NullMarked;
