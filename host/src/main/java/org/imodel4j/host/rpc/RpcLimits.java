package org.imodel4j.host.rpc;

/**
 * What a request may ask of the server before anything is known about it.
 *
 * @param textBytes largest body of text or bytes
 * @param multipartBytes largest multipart body, all parts together
 * @param parts most parts of such a body
 * @param jsonDepth deepest nesting of the arguments
 */
public record RpcLimits(int textBytes, int multipartBytes, int parts, int jsonDepth) {
    /** 5 MB of text as the reference allows, and 64 MB in at most 1000 parts. */
    public static final RpcLimits DEFAULT = new RpcLimits(5 << 20, 64 << 20, 1000, 100);
}
