/** A small websocket server on java.net, for hosts whose frontend runs on the same device. */
@NullMarked
package org.imodel4j.socket;

import org.jspecify.annotations.NullMarked;
