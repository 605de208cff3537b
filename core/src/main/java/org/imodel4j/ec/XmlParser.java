package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/**
 * The part of XML that stored custom attributes use: elements, attributes, text, character references, CDATA, comments and
 * processing instructions. There are no DTDs and so no entities but the five of XML: nothing can be expanded or fetched.
 *
 * <p>A parser of our own because the one of the platform costs tens of milliseconds at its first use, and the first query on
 * BIS elements already needs an attribute.
 */
final class XmlParser {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    XmlParser(String text) {
        this.text = text;
    }

    CustomAttributeXml document() {
        skipMisc();
        if (!looking("<")) {
            throw malformed("an element is expected");
        }
        CustomAttributeXml root = element(1);
        skipMisc();
        if (at < text.length()) {
            throw malformed("text behind the end");
        }
        return root;
    }

    private CustomAttributeXml element(int depth) {
        if (depth > DEEPEST) {
            throw malformed("elements are nested too deeply");
        }
        expect("<");
        String name = name();
        String namespace = attributes();
        if (looking("/>")) {
            at += 2;
            return new CustomAttributeXml(local(name), namespace, "", List.of());
        }
        expect(">");
        StringBuilder content = new StringBuilder();
        List<CustomAttributeXml> children = new ArrayList<>();
        while (true) {
            if (looking("</")) {
                at += 2;
                if (!name().equals(name)) {
                    throw malformed("an end tag does not match");
                }
                skipBlank();
                expect(">");
                return new CustomAttributeXml(local(name), namespace, content.toString(), children);
            }
            if (looking("<![CDATA[")) {
                at += 9;
                content.append(upTo("]]>"));
            } else if (looking("<!--")) {
                at += 4;
                upTo("-->");
            } else if (looking("<?")) {
                upTo("?>");
            } else if (looking("<")) {
                children.add(element(depth + 1));
            } else {
                characters(content);
            }
        }
    }

    /** Reads the attributes of a tag; only {@code xmlns} is of interest. */
    private @Nullable String attributes() {
        String namespace = null;
        while (true) {
            skipBlank();
            if (at >= text.length()) {
                throw malformed("a tag does not end");
            }
            if (text.charAt(at) == '>' || text.charAt(at) == '/') {
                return namespace;
            }
            String name = name();
            skipBlank();
            expect("=");
            skipBlank();
            char quote = at < text.length() ? text.charAt(at) : ' ';
            if (quote != '"' && quote != '\'') {
                throw malformed("an attribute has no quotes");
            }
            at++;
            String value = upTo(String.valueOf(quote));
            if (name.equals("xmlns")) {
                namespace = value;
            }
        }
    }

    private void characters(StringBuilder content) {
        if (at >= text.length()) {
            throw malformed("an element does not end");
        }
        char next = text.charAt(at++);
        if (next != '&') {
            content.append(next);
            return;
        }
        String reference = upTo(";");
        switch (reference) {
            case "lt" -> content.append('<');
            case "gt" -> content.append('>');
            case "amp" -> content.append('&');
            case "quot" -> content.append('"');
            case "apos" -> content.append('\'');
            default -> content.appendCodePoint(codePoint(reference));
        }
    }

    private int codePoint(String reference) {
        try {
            if (reference.startsWith("#")) {
                int code = reference.startsWith("#x")
                        ? Integer.parseInt(reference.substring(2), 16)
                        : Integer.parseInt(reference.substring(1));
                if (Character.isValidCodePoint(code)) {
                    return code;
                }
            }
        } catch (NumberFormatException notANumber) {
            throw malformed("a character reference is not a number");
        }
        throw malformed("an entity is unknown");
    }

    private void skipMisc() {
        while (true) {
            skipBlank();
            if (looking("<?")) {
                upTo("?>");
            } else if (looking("<!--")) {
                at += 4;
                upTo("-->");
            } else {
                return;
            }
        }
    }

    private void skipBlank() {
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
            at++;
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && " \t\r\n/>=<\"'&".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw malformed("a name is expected");
        }
        return text.substring(start, at);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private boolean looking(String expected) {
        return text.startsWith(expected, at);
    }

    private void expect(String expected) {
        if (!looking(expected)) {
            throw malformed("'" + expected + "' is expected");
        }
        at += expected.length();
    }

    private String upTo(String end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw malformed("'" + end + "' is missing");
        }
        String before = text.substring(at, found);
        at = found + end.length();
        return before;
    }

    private IModelException malformed(String what) {
        return MetadataConnection.damaged("a custom attribute is not well-formed: " + what)
                .with("at", at);
    }
}
