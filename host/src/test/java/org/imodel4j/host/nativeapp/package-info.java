/** Tests of the host of native applications. */
@NullMarked
package org.imodel4j.host.nativeapp;

import org.jspecify.annotations.NullMarked;
