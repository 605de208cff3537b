/** Tests of the host inside a Spring Boot application. */
@NullMarked
package org.imodel4j.spring;

import org.jspecify.annotations.NullMarked;
