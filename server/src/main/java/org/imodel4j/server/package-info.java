/** Puts a host on the network: HTTP/1.1 and HTTP/2 on Jetty, with TLS, limits, compression and health. */
@NullMarked
package org.imodel4j.server;

import org.jspecify.annotations.NullMarked;
