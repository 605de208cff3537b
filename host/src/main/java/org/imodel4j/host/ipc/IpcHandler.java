package org.imodel4j.host.ipc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * The functions that frontends can call on a channel: the methods of a Java interface, each by its name.
 *
 * <pre>{@code
 * public interface Greeting {
 *     String greet(String name, @Nullable Integer times);
 * }
 * host.ipc().handle(IpcHandler.of(IpcChannel.named("greeting"), Greeting.class, new PoliteGreeting()));
 * }</pre>
 *
 * Nothing but the methods of that interface can be called, however the implementation looks. A frontend may leave out trailing arguments and
 * send more than there are parameters; what is left out or null is null, which a primitive parameter refuses. The types that go through are
 * String, boolean, int, long, double and their wrappers, JsonValue, List and Map, and arrays of bytes and numbers; a method may also answer an
 * {@link IpcValue}. The first parameter may be the {@link IpcCall}. Null and void are answered as {@code undefined}. Methods are called at the
 * same time by threads that may block.
 */
public final class IpcHandler {
    private final IpcChannel channel;
    private final String name;
    private final Map<String, IpcFunction> functions;

    private IpcHandler(IpcChannel channel, String name, Map<String, IpcFunction> functions) {
        this.channel = channel;
        this.name = name;
        this.functions = functions;
    }

    /**
     * A handler that calls an object through an interface.
     *
     * @throws IModelException BadArg when it is no public interface, has two methods of one name, or a type that can not go through
     */
    public static <T> IpcHandler of(IpcChannel channel, Class<T> functions, T implementation) {
        checkInterface(functions);
        Map<String, IpcFunction> byName = new HashMap<>();
        for (Method method : functions.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            if (byName.put(method.getName(), new IpcFunction(method, implementation)) != null) {
                throw new IModelException(Status.BAD_ARG, "frontends can not tell methods of one name apart")
                        .with("method", functions.getName() + "." + method.getName());
            }
        }
        return new IpcHandler(channel, functions.getSimpleName(), byName);
    }

    static void checkInterface(Class<?> type) {
        if (!type.isInterface() || !Modifier.isPublic(type.getModifiers())) {
            throw new IModelException(Status.BAD_ARG, "functions are the methods of a public interface")
                    .with("type", type.getName());
        }
    }

    IpcChannel channel() {
        return channel;
    }

    IpcValue call(IpcCall call) {
        IpcFunction function = functions.get(call.method());
        if (function == null) {
            throw JavaScriptNames.isOfEveryObject(call.method())
                    ? new IModelException(
                            IpcErrors.UNNUMBERED,
                            ErrorKind.USER,
                            "Method \"" + call.method() + "\" not available for channel: " + call.channel(),
                            null)
                    : new IModelException(
                            Status.FUNCTION_NOT_FOUND,
                            "Method \"" + name + "." + IpcErrors.shown(call.method())
                                    + "\" not found on IpcHandler registered for channel: " + call.channel());
        }
        return function.call(call);
    }

    /** One method. */
    private static final class IpcFunction {
        private final Method method;
        private final Object implementation;
        private final boolean takesCall;
        private final ValueReader[] readers;
        private final Class<?>[] types;

        IpcFunction(Method method, Object implementation) {
            this.method = method;
            this.implementation = implementation;
            this.types = method.getParameterTypes();
            this.takesCall = types.length > 0 && types[0] == IpcCall.class;
            this.readers = new ValueReader[types.length];
            for (int i = takesCall ? 1 : 0; i < types.length; i++) {
                readers[i] = ValueReader.of(method.getGenericParameterTypes()[i]);
            }
        }

        IpcValue call(IpcCall call) {
            @Nullable Object[] parameters = new @Nullable Object[types.length];
            int first = takesCall ? 1 : 0;
            for (int i = first; i < types.length; i++) {
                parameters[i] = parameter(call.arguments(), i - first, i);
            }
            if (takesCall) {
                parameters[0] = call;
            }
            try {
                return IpcValue.ofObject(method.invoke(implementation, parameters));
            } catch (InvocationTargetException e) {
                throw unwrapped(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("The methods of a public interface can be called", e);
            }
        }

        private @Nullable Object parameter(IpcArguments arguments, int index, int parameter) {
            var json = arguments.argument(index);
            Object value = json == null ? null : readers[parameter].read(json, arguments.binary());
            if (value == null && (json != null || types[parameter].isPrimitive())) {
                return IpcArguments.wrong(index, "a " + types[parameter].getSimpleName());
            }
            return value;
        }

        private static RuntimeException unwrapped(InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return e.getCause() instanceof RuntimeException own
                    ? own
                    : new IllegalStateException("A function failed", e.getCause());
        }
    }
}
