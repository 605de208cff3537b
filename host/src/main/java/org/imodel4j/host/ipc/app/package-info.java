/** Hosts with frontends of their own, and the functions that each of these frontends expects. */
@NullMarked
package org.imodel4j.host.ipc.app;

import org.jspecify.annotations.NullMarked;
