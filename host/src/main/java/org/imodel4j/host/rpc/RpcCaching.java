package org.imodel4j.host.rpc;

/**
 * How long browsers and proxies may keep an answer that was asked for with GET. What comes from a file that can still change is
 * never kept, whatever an operation says.
 */
public enum RpcCaching {
    /** Not at all. */
    NONE("no-store"),
    /** By proxies for a day, by the browser for a second: the answer has a short life in the page. */
    SHARED("s-maxage=86400, max-age=1, immutable"),
    /** For as long as the iModel has this changeset. */
    IMMUTABLE("s-maxage=86400, max-age=172800, immutable");

    private final String header;

    RpcCaching(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
