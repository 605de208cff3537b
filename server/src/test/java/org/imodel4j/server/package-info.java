/** Tests of the server against clients that behave and clients that do not. */
@NullMarked
package org.imodel4j.server;

import org.jspecify.annotations.NullMarked;
