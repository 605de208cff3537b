/** Hosts on a phone or tablet: the frontend is a page of the same application, which speaks a protocol of its own. */
@NullMarked
package org.imodel4j.host.mobile;

import org.jspecify.annotations.NullMarked;
