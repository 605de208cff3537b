/** The host for viewers in web browsers. */
@NullMarked
package org.imodel4j.host.web;

import org.jspecify.annotations.NullMarked;
