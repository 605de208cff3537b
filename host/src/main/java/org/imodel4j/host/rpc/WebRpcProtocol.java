package org.imodel4j.host.rpc;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.IModelHost;

/**
 * Answers the calls of web frontends of iTwin.js 2.x to 5.x, each in its own dialect. It holds no state of its own: any number of threads
 * may call it, and any equal instance can answer the next request.
 *
 * <p>The rules are those observed of {@code BentleyCloudRpcProtocol}: the operation is the last segment of the path, arguments
 * are a JSON array, results are text, bytes or multipart.
 */
public final class WebRpcProtocol {
    private final RpcDispatcher dispatcher;
    private final RpcLimits limits;

    /** Serves these interfaces to everybody within the usual limits. */
    public WebRpcProtocol(IModelHost host, List<RpcInterface> interfaces) {
        this(host, interfaces, RpcAccess.OPEN, RpcLimits.DEFAULT);
    }

    /** Serves these interfaces. BadArg when two of one name have versions that one frontend could mean. */
    public WebRpcProtocol(IModelHost host, List<RpcInterface> interfaces, RpcAccess access, RpcLimits limits) {
        this.dispatcher = new RpcDispatcher(host, interfaces, access);
        this.limits = limits;
    }

    /** What these calls and those of other transports have in common. */
    public RpcDispatcher dispatcher() {
        return dispatcher;
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
            RpcDispatcher.Answer answer = dispatcher.call(activity, url, arguments, request::whenAbandoned);
            result = answer.result();
            if (request.method().equals("GET") && answer.caching() != null) {
                cacheControl = answer.caching().header();
            }
        } catch (RpcRefusedException e) {
            refuse(e.decision(), writer);
            return;
        } catch (IModelException e) {
            RpcDispatcher.log(e, url, activity);
            writer.failure(e);
            return;
        } catch (RuntimeException e) {
            writer.failure(RpcDispatcher.defect(e, url, activity));
            return;
        }
        writer.result(result, cacheControl);
    }

    private static void refuse(RpcAccess.Decision decision, AnswerWriter writer) throws IOException {
        int status = decision == RpcAccess.Decision.UNAUTHENTICATED ? 401 : 403;
        writer.error(status, RpcErrors.refusal(decision));
    }
}
