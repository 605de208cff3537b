/** Tests of the websocket server, by frames as bytes and by clients that are not ours. */
@NullMarked
package org.imodel4j.socket;

import org.jspecify.annotations.NullMarked;
