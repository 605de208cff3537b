/** A host inside an application that has a servlet container: the RPC of iTwin.js as one servlet. */
@NullMarked
package org.imodel4j.servlet;

import org.jspecify.annotations.NullMarked;
