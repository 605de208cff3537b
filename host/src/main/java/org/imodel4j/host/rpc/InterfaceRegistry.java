package org.imodel4j.host.rpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The interfaces that are served and how a request finds its operation. Immutable. */
final class InterfaceRegistry {
    private static final int UNNUMBERED = 32768;

    private final Map<String, List<RpcInterface>> byName = new LinkedHashMap<>();

    InterfaceRegistry(List<RpcInterface> interfaces) {
        for (RpcInterface each : interfaces) {
            List<RpcInterface> versions = byName.computeIfAbsent(each.name(), n -> new ArrayList<>());
            for (RpcInterface other : versions) {
                if (RpcVersion.isCompatible(each.version(), other.version())
                        || RpcVersion.isCompatible(other.version(), each.version())) {
                    throw new IModelException(Status.BAD_ARG, "an interface is registered twice")
                            .with("interface", each.name())
                            .with("versions", each.version() + ", " + other.version());
                }
            }
            versions.add(each);
        }
    }

    RpcInterface.Entry find(RpcUrl url) {
        List<RpcInterface> versions = byName.get(url.interfaceName());
        if (versions == null) {
            throw new IModelException(
                    UNNUMBERED,
                    ErrorKind.USER,
                    "RPC interface \"" + url.interfaceName() + "\" is not initialized.",
                    null);
        }
        RpcInterface found = compatible(versions, url.version());
        if (found == null) {
            throw new IModelException(
                    Status.INCOMPATIBLE_VERSION,
                    "Backend version " + newest(versions).version() + " does not match frontend version "
                            + url.version() + " for RPC interface " + url.operation() + ".");
        }
        RpcInterface.Entry entry = found.tryOperation(url.operation());
        if (entry == null) {
            throw new IModelException(
                    UNNUMBERED,
                    ErrorKind.USER,
                    "RPC interface class \"" + url.interfaceName() + "\" does not does not declare operation \""
                            + url.operation() + "\"",
                    null);
        }
        return entry;
    }

    /**
     * What is served, for a frontend that gives its own {@code Name@version} list. Of an interface with several versions that one is told which
     * fits the frontend, and by the frontend's own number, since that is what it compares with.
     */
    JsonArray describe(String[] frontendEndpoints) {
        Map<String, String> frontend = new LinkedHashMap<>();
        for (String endpoint : frontendEndpoints) {
            int at = endpoint.indexOf('@');
            if (at > 0) {
                frontend.put(endpoint.substring(0, at), endpoint.substring(at + 1));
            }
        }
        List<JsonValue> all = new ArrayList<>();
        byName.forEach((name, versions) -> {
            String asked = frontend.get(name);
            RpcInterface fitting = asked == null ? null : compatible(versions, asked);
            RpcInterface told = fitting == null ? newest(versions) : fitting;
            all.add(JsonObject.builder()
                    .put("interfaceName", name)
                    .put("interfaceVersion", fitting == null || asked == null ? told.version() : asked)
                    .put("operationNames", names(told))
                    .put("compatible", asked == null || fitting != null)
                    .build());
        });
        return new JsonArray(all);
    }

    private static JsonArray names(RpcInterface told) {
        List<JsonValue> names = new ArrayList<>();
        told.operationNames().forEach(n -> names.add(JsonValue.of(n)));
        return new JsonArray(names);
    }

    private static @Nullable RpcInterface compatible(List<RpcInterface> versions, String frontend) {
        for (RpcInterface each : versions) {
            if (RpcVersion.isCompatible(each.version(), frontend)) {
                return each;
            }
        }
        return null;
    }

    private static RpcInterface newest(List<RpcInterface> versions) {
        RpcInterface newest = versions.get(0);
        for (RpcInterface each : versions) {
            if (order(each) > order(newest)) {
                newest = each;
            }
        }
        return newest;
    }

    private static long order(RpcInterface each) {
        int[] v = RpcVersion.parse(each.version());
        return v == null ? -1 : ((long) v[0] << 40) + ((long) v[1] << 20) + v[2];
    }
}
