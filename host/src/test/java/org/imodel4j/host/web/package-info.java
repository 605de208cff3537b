/** Tests of the host for viewers, from the side of an application. */
@NullMarked
package org.imodel4j.host.web;

import org.jspecify.annotations.NullMarked;
