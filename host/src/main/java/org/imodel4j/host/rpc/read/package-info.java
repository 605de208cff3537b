/** The operations by which a frontend reads an iModel, in the dialects of 2.x and of 3.x and later. */
@NullMarked
package org.imodel4j.host.rpc.read;

import org.jspecify.annotations.NullMarked;
