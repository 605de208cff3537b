package org.imodel4j.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Reads one JSON document (RFC 8259, nothing beyond it); of equal names the last wins, as in {@code JSON.parse}. */
final class JsonParser {
    private final byte[] text;
    private final int maxDepth;
    private int position;
    private int depth;

    JsonParser(byte[] text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    JsonValue document() {
        JsonValue value = value();
        skipSpace();
        if (position < text.length) {
            throw malformed("more text after the document");
        }
        return value;
    }

    private JsonValue value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonValue.Text(string());
            case 't' -> word("true", JsonValue.of(true));
            case 'f' -> word("false", JsonValue.of(false));
            case 'n' -> word("null", JsonValue.NULL);
            default -> new JsonNumber(text, position).read(this);
        };
    }

    private JsonValue object() {
        enter();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        skipSpace();
        if (!take('}')) {
            do {
                skipSpace();
                if (peek() != '"') {
                    throw malformed("a member name is expected");
                }
                String name = string();
                skipSpace();
                expect(':');
                members.put(name, value());
                skipSpace();
            } while (take(','));
            expect('}');
        }
        depth--;
        return new JsonObject(members);
    }

    private JsonValue array() {
        enter();
        List<JsonValue> items = new ArrayList<>();
        skipSpace();
        if (!take(']')) {
            do {
                items.add(value());
                skipSpace();
            } while (take(','));
            expect(']');
        }
        depth--;
        return new JsonArray(items);
    }

    private void enter() {
        if (++depth > maxDepth) {
            throw malformed("nested too deeply");
        }
        position++;
    }

    private JsonValue word(String word, JsonValue value) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private String string() {
        int start = ++position;
        while (true) {
            int b = peek();
            if (b == '"') {
                String plain = decode(start, position);
                position++;
                return plain;
            }
            if (b == '\\') {
                return escapedString(start);
            }
            if (b < 0x20) {
                throw malformed("a control character or the end inside a string");
            }
            position++;
        }
    }

    private String escapedString(int start) {
        StringBuilder built = new StringBuilder();
        int from = start;
        while (true) {
            int b = peek();
            if (b == '"') {
                built.append(decode(from, position));
                position++;
                return built.toString();
            }
            if (b == '\\') {
                built.append(decode(from, position));
                position++;
                built.append(escape());
                from = position;
            } else if (b < 0x20) {
                throw malformed("a control character or the end inside a string");
            } else {
                position++;
            }
        }
    }

    private char escape() {
        int letter = peek();
        position++;
        return switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("an unknown escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit((char) Math.max(0, peek()), 16);
            if (digit < 0 || peek() >= 0x80) {
                throw malformed("four hex digits are expected");
            }
            code = code << 4 | digit;
            position++;
        }
        return (char) code;
    }

    private String decode(int from, int end) {
        int at = from;
        while (at < end && text[at] >= 0) {
            at++;
        }
        if (at == end) {
            return new String(text, from, end - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, from, end - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("bytes that are no UTF-8");
        }
    }

    private void skipSpace() {
        while (position < text.length) {
            byte b = text[position];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return;
            }
            position++;
        }
    }

    /** The byte here without a sign, -1 at the end. */
    private int peek() {
        return position < text.length ? text[position] & 0xff : -1;
    }

    private boolean take(char c) {
        if (peek() == c) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw malformed("'" + c + "' is expected");
        }
    }

    void moveTo(int next) {
        position = next;
    }

    IModelException malformed(String why) {
        return new IModelException(Status.BAD_ARG, "The JSON document is malformed")
                .with("why", why)
                .with("at", position);
    }
}
