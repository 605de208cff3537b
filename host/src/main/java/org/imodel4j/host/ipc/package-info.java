/** Messages between a host and its frontends, free of any particular socket: channels, functions, notifications, and how they look on the wire. */
@NullMarked
package org.imodel4j.host.ipc;

import org.jspecify.annotations.NullMarked;
