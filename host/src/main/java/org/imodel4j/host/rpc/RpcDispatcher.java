package org.imodel4j.host.rpc;

import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.IModelHost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the operation that a call names, decides whether its caller may call it, and calls it. All transports come together here. It
 * holds no state of its own; any number of threads may use it.
 */
public final class RpcDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(RpcDispatcher.class);
    private static final int NO_NUMBER = 32768;

    private final IModelHost host;
    private final InterfaceRegistry registry;
    private final RpcAccess access;

    /** Serves these interfaces. BadArg when two of one name have versions that one frontend could mean. */
    RpcDispatcher(IModelHost host, List<RpcInterface> interfaces, RpcAccess access) {
        this.host = host;
        this.registry = new InterfaceRegistry(interfaces);
        this.access = access;
    }

    /** A result and how long it may be kept; null where nothing is said about that. */
    record Answer(RpcResult result, @Nullable RpcCaching caching) {}

    /**
     * Makes a call that came as a message. Its iModel is the one that the first argument names, since there is no URL.
     *
     * @throws IModelException when it fails; {@link RpcPendingException} and {@link IModelNotOpenException} have a form of their own on the wire
     */
    public RpcResult call(RpcMessage message) {
        RpcUrl url = message.url();
        try {
            RpcArguments arguments = new RpcArguments(message.arguments(), message.data());
            return call(message.activity(), url, arguments, message.whenAbandoned())
                    .result();
        } catch (IModelException e) {
            log(e, url, message.activity());
            throw e;
        } catch (RuntimeException e) {
            throw defect(e, url, message.activity());
        }
    }

    Answer call(RpcActivity activity, RpcUrl url, RpcArguments arguments, Consumer<Runnable> whenAbandoned) {
        RpcCall call = new RpcCall(host, activity, url, arguments, access, whenAbandoned);
        RpcAccess.Decision decision = access.mayCall(activity, url, call.tryToken());
        if (decision != RpcAccess.Decision.ALLOW) {
            throw new RpcRefusedException(decision);
        }
        if (url.isControl()) {
            return new Answer(RpcResult.json(registry.describe(url.controlEndpoints())), null);
        }
        RpcInterface.Entry entry = registry.find(url);
        RpcResult result = entry.operation().call(call);
        return new Answer(result, call.mayBeKept() ? entry.caching() : RpcCaching.NONE);
    }

    static void log(IModelException e, RpcUrl url, RpcActivity activity) {
        if (e.kind() == ErrorKind.INTERNAL || e.kind() == ErrorKind.DATA) {
            LOG.error("Call of {} failed, {}", url.operation(), activity, e);
        } else {
            LOG.debug("Call of {} failed, {}: {}", url.operation(), activity, e.getMessage());
        }
    }

    /** Logs a defect of this program and gives what its caller is told of it. */
    static IModelException defect(RuntimeException e, RpcUrl url, RpcActivity activity) {
        LOG.error("Call of {} failed, {}", url.operation(), activity, e);
        return new IModelException(NO_NUMBER, ErrorKind.INTERNAL, "internal error of the backend", e);
    }
}
