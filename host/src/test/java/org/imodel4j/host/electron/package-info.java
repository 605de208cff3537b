/** Tests of the host for desktop applications, from the sides of the application and of Electron. */
@NullMarked
package org.imodel4j.host.electron;

import org.jspecify.annotations.NullMarked;
