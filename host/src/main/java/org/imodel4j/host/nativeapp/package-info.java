/** The host of applications whose two ends run on one computer: settings, connectivity and local files. */
@NullMarked
package org.imodel4j.host.nativeapp;

import org.jspecify.annotations.NullMarked;
