/** The running backend: its configuration, lifecycle, events and places on disk, and the iModels that it serves. */
@NullMarked
package org.imodel4j.host;

import org.jspecify.annotations.NullMarked;
