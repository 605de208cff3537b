/** Tests of the servlet in Tomcat, against the answers of the server. */
@NullMarked
package org.imodel4j.servlet;

import org.jspecify.annotations.NullMarked;
