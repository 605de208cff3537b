package org.imodel4j.host.ipc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of an interface of notifications: the first generation of frontends that has it. A frontend fails at a notification that it does not
 * have, so one that is older, or may be, is not sent it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KnownSince {
    Generation value();
}
