package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** How a byte array stands in JSON. RPC answers put a marker there and carry the bytes beside the text. */
@FunctionalInterface
public interface BinaryFormat {
    /** The text form of iTwin.js: {@code "encoding=base64;AQID"}. */
    BinaryFormat BASE64 = (out, bytes) -> out.base64("encoding=base64;", bytes);

    /** Writes one value. */
    void write(JsonWriter out, byte[] bytes);
}
