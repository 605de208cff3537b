package org.imodel4j.host.rpc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * A set of operations under a name and a version, as a frontend declares it. Immutable.
 *
 * <pre>{@code
 * RpcInterface greeting = RpcInterface.named("GreetingRpcInterface", "1.2.0")
 *         .operation("greet", call -> RpcResult.json(JsonValue.of("Hello " + call.text(0))))
 *         .build();
 * }</pre>
 *
 * The interfaces of imodel4j itself are made and registered in just this way. Several versions of one name can be served at
 * once; the version in the request picks the one that fits.
 */
public final class RpcInterface {
    private final String name;
    private final String version;
    private final Map<String, Entry> operations;

    private RpcInterface(Builder builder) {
        this.name = builder.name;
        this.version = builder.version;
        this.operations = Collections.unmodifiableMap(new LinkedHashMap<>(builder.operations));
    }

    /** Begins an interface; the version has the form {@code 1.2.3}. */
    public static Builder named(String name, String version) {
        if (name.isEmpty() || name.indexOf('-') >= 0 || name.indexOf('/') >= 0 || RpcVersion.parse(version) == null) {
            throw new IModelException(
                            Status.BAD_ARG, "an interface needs a name without hyphens and a version like 1.2.3")
                    .with("name", name)
                    .with("version", version);
        }
        return new Builder(name, version);
    }

    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    /** The operations in the order in which they were given. */
    public java.util.Set<String> operationNames() {
        return operations.keySet();
    }

    @Nullable
    Entry tryOperation(String operation) {
        return operations.get(operation);
    }

    /** An operation and how its answers may be kept. */
    record Entry(RpcOperation operation, RpcCaching caching) {}

    /** Collects operations. */
    public static final class Builder {
        private final String name;
        private final String version;
        private final Map<String, Entry> operations = new LinkedHashMap<>();

        private Builder(String name, String version) {
            this.name = name;
            this.version = version;
        }

        /** Adds an operation whose answers are not kept. */
        public Builder operation(String operation, RpcOperation code) {
            return operation(operation, RpcCaching.NONE, code);
        }

        /** Adds an operation; a name given twice takes the later code. */
        public Builder operation(String operation, RpcCaching caching, RpcOperation code) {
            operations.put(operation, new Entry(code, caching));
            return this;
        }

        /** Adds all operations of another interface, those that are here already excepted. */
        public Builder operationsOf(RpcInterface other) {
            other.operations.forEach(operations::putIfAbsent);
            return this;
        }

        public RpcInterface build() {
            return new RpcInterface(this);
        }
    }
}
