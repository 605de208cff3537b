/** The operations by which a frontend asks for EC schemas. */
@NullMarked
package org.imodel4j.host.rpc.schema;

import org.jspecify.annotations.NullMarked;
