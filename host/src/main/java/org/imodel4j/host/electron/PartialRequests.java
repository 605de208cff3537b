package org.imodel4j.host.electron;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.rpc.RpcLimits;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one page whose byte arrays are still on their way. A request and its chunks may come in any order. Bounded: what is too much is
 * refused, and what was never completed is given up when too many others have begun after it. Safe for use by several threads.
 */
final class PartialRequests {
    private static final int MOST = 100;

    private final RpcLimits limits;
    private final Map<String, Partial> partial = new LinkedHashMap<>();
    private long bytes;

    PartialRequests(RpcLimits limits) {
        this.limits = limits;
    }

    /** A request and all of its byte arrays. */
    record Complete(JsonObject request, List<byte[]> data) {}

    private static final class Partial {
        private @Nullable JsonObject request;
        private int expected;
        private final TreeMap<Integer, byte[]> chunks = new TreeMap<>();

        long bytes() {
            return chunks.values().stream().mapToLong(chunk -> chunk.length).sum();
        }
    }

    /**
     * Takes a request that announces chunks.
     *
     * @return the request when it is complete, null while chunks are missing
     * @throws IModelException BadArg when it announces too many
     */
    synchronized @Nullable Complete request(String id, JsonObject request, int chunks) {
        if (chunks > limits.parts()) {
            forget(id);
            throw tooLarge();
        }
        Partial known = known(id);
        known.request = request;
        known.expected = chunks;
        return ifComplete(id, known);
    }

    /**
     * Takes a chunk.
     *
     * @return the request that is complete with it, or null
     * @throws TooLarge with the request to refuse, where it is known
     */
    synchronized @Nullable Complete chunk(String id, int index, byte[] data) throws TooLarge {
        Partial known = known(id);
        byte[] before = known.chunks.put(index, data);
        bytes += data.length - (before == null ? 0 : before.length);
        if (bytes > limits.multipartBytes() || known.chunks.size() > limits.parts()) {
            forget(id);
            throw new TooLarge(known.request);
        }
        return ifComplete(id, known);
    }

    private @Nullable Complete ifComplete(String id, Partial known) {
        JsonObject request = known.request;
        if (request == null || known.chunks.size() < known.expected) {
            return null;
        }
        forget(id);
        return new Complete(request, new ArrayList<>(known.chunks.values()));
    }

    private Partial known(String id) {
        Partial known = partial.get(id);
        if (known == null) {
            if (partial.size() >= MOST) {
                Iterator<String> oldest = partial.keySet().iterator();
                forget(oldest.next());
            }
            known = new Partial();
            partial.put(id, known);
        }
        return known;
    }

    private void forget(String id) {
        Partial gone = partial.remove(id);
        bytes -= gone == null ? 0 : gone.bytes();
    }

    static IModelException tooLarge() {
        return new IModelException(Status.BAD_ARG, "the byte arrays of a request are too large");
    }

    /** More than a page may keep here. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable JsonObject request;

        TooLarge(@Nullable JsonObject request) {
            this.request = request;
        }

        @Nullable
        JsonObject request() {
            return request;
        }
    }
}
