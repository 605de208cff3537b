/** Tests of what an application for Android takes from elsewhere. */
@NullMarked
package org.imodel4j.examples.android;

import org.jspecify.annotations.NullMarked;
