/** The backend of desktop applications: a host whose windows belong to an Electron process, and the socket between the two. */
@NullMarked
package org.imodel4j.host.electron;

import org.jspecify.annotations.NullMarked;
