package org.imodel4j.host.rpc;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.IModelHost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the calls of web frontends of iTwin.js 2.x to 5.x, each in its own dialect. It holds no state of its own: any number of threads
 * may call it, and any equal instance can answer the next request.
 *
 * <p>The rules are those observed of {@code BentleyCloudRpcProtocol}: the operation is the last segment of the path, arguments
 * are a JSON array, results are text, bytes or multipart.
 */
public final class WebRpcProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(WebRpcProtocol.class);
    private static final int NO_NUMBER = 32768;

    private final IModelHost host;
    private final InterfaceRegistry registry;
    private final RpcAccess access;
    private final RpcLimits limits;

    /** Serves these interfaces to everybody within the usual limits. */
    public WebRpcProtocol(IModelHost host, List<RpcInterface> interfaces) {
        this(host, interfaces, RpcAccess.OPEN, RpcLimits.DEFAULT);
    }

    /** Serves these interfaces. BadArg when two of one name have versions that one frontend could mean. */
    public WebRpcProtocol(IModelHost host, List<RpcInterface> interfaces, RpcAccess access, RpcLimits limits) {
        this.host = host;
        this.registry = new InterfaceRegistry(interfaces);
        this.access = access;
        this.limits = limits;
    }

    /** Whether a request is a call or the question of a browser before one; others are for the pages of a server. */
    public boolean handles(WebRequest request) {
        return switch (request.method()) {
            case "POST", "OPTIONS" -> true;
            case "GET" -> RpcUrl.isCall(request.rawPath());
            default -> false;
        };
    }

    /**
     * Answers a request.
     *
     * @throws IOException when the client is gone or an answer that has begun can not be completed; the transport then breaks the
     *     connection off
     */
    public void handle(WebRequest request, WebResponse response) throws IOException {
        if (request.method().equals("OPTIONS")) {
            response.start(200, Map.of()).close();
            return;
        }
        RpcActivity activity = RpcActivity.of(request);
        answer(request, activity, new AnswerWriter(response, activity));
    }

    private void answer(WebRequest request, RpcActivity activity, AnswerWriter writer) throws IOException {
        RpcUrl url = RpcUrl.parse(request.rawPath());
        RpcResult result;
        String cacheControl = null;
        try {
            if (activity.correlationId().isEmpty()) {
                throw new UnreadableRequestException(400, "Error: Invalid request: Missing required activity ID.");
            }
            RpcArguments arguments = RpcArguments.read(request, limits);
            RpcCall call = new RpcCall(host, activity, url, arguments, access, request);
            RpcAccess.Decision decision = access.mayCall(activity, url, call.tryToken());
            if (decision != RpcAccess.Decision.ALLOW) {
                refuse(decision, writer);
                return;
            }
            if (url.isControl()) {
                result = RpcResult.json(registry.describe(url.controlEndpoints()));
            } else {
                RpcInterface.Entry entry = registry.find(url);
                result = entry.operation().call(call);
                cacheControl = cacheControl(request, entry.caching(), call.mayBeKept());
            }
        } catch (RpcRefusedException e) {
            refuse(e.decision(), writer);
            return;
        } catch (IModelException e) {
            log(e, url, activity);
            writer.failure(e);
            return;
        } catch (RuntimeException e) {
            LOG.error("Call of {} failed, {}", url.operation(), activity, e);
            writer.failure(new IModelException(NO_NUMBER, ErrorKind.INTERNAL, "internal error of the backend", e));
            return;
        }
        writer.result(result, cacheControl);
    }

    private static @Nullable String cacheControl(WebRequest request, RpcCaching caching, boolean mayBeKept) {
        if (!request.method().equals("GET")) {
            return null;
        }
        return (mayBeKept ? caching : RpcCaching.NONE).header();
    }

    private static void refuse(RpcAccess.Decision decision, AnswerWriter writer) throws IOException {
        boolean unknown = decision == RpcAccess.Decision.UNAUTHENTICATED;
        writer.error(
                unknown ? 401 : 403,
                new IModelException(
                        NO_NUMBER,
                        ErrorKind.USER,
                        unknown ? "an access token is needed" : "the access token does not allow this",
                        null));
    }

    private static void log(IModelException e, RpcUrl url, RpcActivity activity) {
        if (e.kind() == ErrorKind.INTERNAL || e.kind() == ErrorKind.DATA) {
            LOG.error("Call of {} failed, {}", url.operation(), activity, e);
        } else {
            LOG.debug("Call of {} failed, {}: {}", url.operation(), activity, e.getMessage());
        }
    }
}
