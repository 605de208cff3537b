package org.imodel4j.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out the encoding of a document as appendix F of XML 1.0 describes it. */
final class XmlEncoding {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    private static final int DECLARATION = 200;

    private XmlEncoding() {}

    static String decode(byte[] bytes, XmlFailure failure) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8, failure);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, failure);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, failure);
        }
        if (starts(bytes, 0, '<')) {
            return decode(bytes, 0, StandardCharsets.UTF_16BE, failure);
        }
        if (starts(bytes, '<', 0)) {
            return decode(bytes, 0, StandardCharsets.UTF_16LE, failure);
        }
        return decode(bytes, 0, declared(bytes, failure), failure);
    }

    /** A document that begins with ASCII can not be in UTF-16, whatever it says. */
    private static Charset declared(byte[] bytes, XmlFailure failure) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(start);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = String.valueOf(matcher.group(1));
        try {
            Charset charset = Charset.forName(name);
            return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw failure.at("the encoding '" + name + "' is unknown", 1, 1);
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset, XmlFailure failure) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw failure.at("the bytes are no text in " + charset.name(), 1, 1);
        }
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
