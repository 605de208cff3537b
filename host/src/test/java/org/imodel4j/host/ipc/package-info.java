/** Tests of the messages between hosts and frontends. */
@NullMarked
package org.imodel4j.host.ipc;

import org.jspecify.annotations.NullMarked;
