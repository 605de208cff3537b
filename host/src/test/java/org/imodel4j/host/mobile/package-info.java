/** Tests of the hosts on a device, with pages in memory. */
@NullMarked
package org.imodel4j.host.mobile;

import org.jspecify.annotations.NullMarked;
