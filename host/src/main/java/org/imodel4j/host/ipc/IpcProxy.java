package org.imodel4j.host.ipc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** Java interfaces whose methods are sent to frontends, by their names. */
final class IpcProxy {
    private IpcProxy() {}

    /** What becomes of a method that was called. */
    @FunctionalInterface
    interface Call {
        @Nullable
        Object make(Method method, @Nullable Object[] arguments);
    }

    static <T> T of(Class<T> type, Call call) {
        IpcHandler.checkInterface(type);
        InvocationHandler handler = (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                ? ofObject(type, proxy, method, arguments)
                : call.make(method, arguments == null ? new Object[0] : arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A proxy for notifications. BadArg when a method of the interface expects an answer. */
    static <T> T ofNotifications(Class<T> type, Call call) {
        IpcHandler.checkInterface(type);
        for (Method method : type.getMethods()) {
            if (method.getReturnType() != void.class) {
                throw new IModelException(Status.BAD_ARG, "a notification has no answer")
                        .with("method", type.getName() + "." + method.getName());
            }
        }
        return of(type, call);
    }

    private static Object ofObject(Class<?> type, Object proxy, Method method, @Nullable Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName() + " of a frontend";
        };
    }
}
