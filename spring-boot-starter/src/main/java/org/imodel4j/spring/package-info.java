/** A host inside a Spring Boot application: started, mapped, watched and closed with it. */
@NullMarked
package org.imodel4j.spring;

import org.jspecify.annotations.NullMarked;
