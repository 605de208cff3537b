/** The shell of an application for Android whose page is an iTwin.js frontend and whose backend is imodel4j. */
@NullMarked
package org.imodel4j.examples.android;

import org.jspecify.annotations.NullMarked;
