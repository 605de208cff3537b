/** One small program per thing that an application does with a host; each is run by a test. */
@NullMarked
package org.imodel4j.examples;

import org.jspecify.annotations.NullMarked;
