package org.imodel4j.bis;

import java.util.Arrays;
import org.imodel4j.ec.StoredNumber;
import org.imodel4j.json.JsonWriter;

/** Copies well-formed JSON text token by token, leaving out nulls and reading numbers as {@link StoredNumber} does. */
final class JsonCopy {
    private final byte[] text;
    private final JsonWriter out;
    private int at;

    JsonCopy(byte[] text, JsonWriter out) {
        this.text = text;
        this.out = out;
    }

    void document() {
        skipBlanks();
        value();
    }

    private void value() {
        switch (text[at]) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> {
                int start = at;
                string();
                out.raw(text, start, at - start);
            }
            case 't', 'f', 'n' -> {
                int start = at;
                while (at < text.length && text[at] >= 'a' && text[at] <= 'z') {
                    at++;
                }
                out.raw(text, start, at - start);
            }
            default -> number();
        }
    }

    private void object() {
        at++;
        out.beginObject();
        skipBlanks();
        while (text[at] != '}') {
            int start = at;
            string();
            byte[] name = Arrays.copyOfRange(text, start, at + 1);
            name[name.length - 1] = ':';
            skipBlanks();
            at++;
            skipBlanks();
            if (text[at] == 'n') {
                at += 4;
            } else {
                out.name(name);
                value();
            }
            separator();
        }
        at++;
        out.endObject();
    }

    private void array() {
        at++;
        out.beginArray();
        skipBlanks();
        while (text[at] != ']') {
            if (text[at] == 'n') {
                at += 4;
            } else {
                value();
            }
            separator();
        }
        at++;
        out.endArray();
    }

    private void separator() {
        skipBlanks();
        if (text[at] == ',') {
            at++;
            skipBlanks();
        }
    }

    private void string() {
        at++;
        while (text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private void number() {
        int start = at;
        boolean integer = true;
        while (at < text.length && isNumberPart(text[at])) {
            integer &= text[at] != '.' && text[at] != 'e' && text[at] != 'E';
            at++;
        }
        if (integer) {
            out.raw(text, start, at - start);
        } else {
            out.value(StoredNumber.parse(text, start, at));
        }
    }

    private static boolean isNumberPart(byte character) {
        return character >= '0' && character <= '9' || "+-.eE".indexOf(character) >= 0;
    }

    private void skipBlanks() {
        while (at < text.length && text[at] <= ' ') {
            at++;
        }
    }
}
