package org.imodel4j.xml;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;

/**
 * Reads a document of XML 1.0 into a tree: elements, attributes, namespaces, text, character references, CDATA; comments and
 * processing instructions are passed over. A DTD is refused, and there are no entities but the five of XML, so that nothing can
 * be expanded or fetched.
 *
 * <p>A reader of our own because the one of the platform costs tens of milliseconds at its first use, when the first query on
 * BIS elements already needs an attribute, and because the streaming one does not exist on Android.
 */
public final class XmlReader {
    private static final String BLANK = " \t\r\n";

    private final String text;
    private final XmlLimits limits;
    private final XmlFailure failure;
    private final XmlNamespaces namespaces = new XmlNamespaces();
    private int at;
    private int elements;
    private int countedTo;
    private int line = 1;
    private int lineStart;

    private XmlReader(String text, XmlLimits limits, XmlFailure failure) {
        this.text = text;
        this.limits = limits;
        this.failure = failure;
    }

    /**
     * Reads a document; an encoding that it declares is of no interest any more.
     *
     * @throws IModelException the given failure
     */
    public static XmlElement read(String text, XmlLimits limits, XmlFailure failure) {
        if (text.length() > limits.bytes()) {
            throw failure.at("the document is larger than " + limits.bytes() + " characters", 1, 1);
        }
        return new XmlReader(text, limits, failure).document();
    }

    /**
     * Reads a document in UTF-8 or UTF-16, with or without a byte order mark, or in another encoding that it declares.
     *
     * @throws IModelException the given failure
     */
    public static XmlElement read(byte[] bytes, XmlLimits limits, XmlFailure failure) {
        if (bytes.length > limits.bytes()) {
            throw failure.at("the document is larger than " + limits.bytes() + " bytes", 1, 1);
        }
        return new XmlReader(XmlEncoding.decode(bytes, failure), limits, failure).document();
    }

    /** The text of a document in whatever encoding it has. */
    public static String text(byte[] bytes, XmlFailure failure) {
        return XmlEncoding.decode(bytes, failure);
    }

    private XmlElement document() {
        if (text.startsWith("\uFEFF")) {
            at = 1;
        }
        skipAround();
        if (!looking("<")) {
            throw malformed(at == text.length() ? "there is no element" : "an element is expected");
        }
        XmlElement root = element(1);
        skipAround();
        if (at < text.length()) {
            throw malformed("something follows the end");
        }
        return root;
    }

    private XmlElement element(int depth) {
        if (depth > limits.depth()) {
            throw malformed("elements are nested too deep, more than " + limits.depth());
        }
        if (++elements > limits.elements()) {
            throw malformed("there are more than " + limits.elements() + " elements");
        }
        count();
        int startLine = line;
        int startColumn = at - lineStart + 1;
        at++;
        String name = name();
        List<String> attributes = attributes();
        int scope = namespaces.enter(attributes);
        String prefix = prefix(name);
        String namespace = namespaces.find(prefix);
        if (namespace == null && !prefix.isEmpty()) {
            throw malformed("the prefix '" + prefix + "' is not declared");
        }
        StringBuilder content = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        if (looking("/>")) {
            at += 2;
        } else {
            expect(">");
            content(name, depth, content, children);
        }
        namespaces.leave(scope);
        String local = prefix.isEmpty() ? name : name.substring(prefix.length() + 1);
        return new XmlElement(local, namespace, attributes, content.toString(), children, startLine, startColumn);
    }

    private void content(String name, int depth, StringBuilder into, List<XmlElement> children) {
        while (true) {
            int next = text.indexOf('<', at);
            if (next < 0) {
                throw malformed("the element '" + name + "' does not end");
            }
            characters(at, next, false, into);
            at = next;
            if (looking("</")) {
                at += 2;
                if (!name().equals(name)) {
                    throw malformed("an end tag does not match the start tag '" + name + "'");
                }
                skipBlank();
                expect(">");
                return;
            }
            if (looking("<![CDATA[")) {
                at += 9;
                appendLines(at, upTo("]]>"), false, into);
            } else if (!skipComment() && !skipInstruction()) {
                children.add(element(depth + 1));
            }
        }
    }

    /** Names and values in turn. */
    private List<String> attributes() {
        List<String> attributes = List.of();
        while (true) {
            boolean apart = skipBlank();
            if (at >= text.length()) {
                throw malformed("a tag does not end");
            }
            char next = text.charAt(at);
            if (next == '>' || next == '/') {
                return attributes;
            }
            if (!apart) {
                throw malformed("attributes are not apart");
            }
            String name = name();
            if (attributes.isEmpty()) {
                attributes = new ArrayList<>();
            }
            addAttribute(name, value(), attributes);
        }
    }

    private void addAttribute(String name, String value, List<String> attributes) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                throw malformed("the attribute '" + name + "' is there twice");
            }
        }
        if (attributes.size() >= 2 * limits.attributes()) {
            throw malformed("an element has more than " + limits.attributes() + " attributes");
        }
        attributes.add(name);
        attributes.add(value);
    }

    private String value() {
        skipBlank();
        expect("=");
        skipBlank();
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
            throw malformed("an attribute has no quotes");
        }
        at++;
        int start = at;
        int end = text.indexOf(quote, at);
        if (end < 0) {
            throw malformed("an attribute does not end");
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '<') {
                at = i;
                throw malformed("an attribute holds '<'");
            }
        }
        StringBuilder value = new StringBuilder();
        characters(start, end, true, value);
        at = end + 1;
        return value.toString();
    }

    /** Text with references; in attributes each blank is a space. Looks no further than to its end, which may come very often. */
    private void characters(int from, int to, boolean attribute, StringBuilder into) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '&') {
                appendLines(start, i, attribute, into);
                int end = i + 1;
                while (end < to && text.charAt(end) != ';') {
                    end++;
                }
                at = i;
                if (end == to) {
                    throw malformed("a reference does not end");
                }
                appendReference(text.substring(i + 1, end), into);
                start = end + 1;
                i = end;
            }
        }
        appendLines(start, to, attribute, into);
    }

    /** The end of a line is one LF, however it is written. */
    private void appendLines(int from, int to, boolean attribute, StringBuilder into) {
        for (int i = from; i < to; i++) {
            char next = text.charAt(i);
            if (next == '\r') {
                if (i + 1 >= to || text.charAt(i + 1) != '\n') {
                    into.append(attribute ? ' ' : '\n');
                }
            } else if (attribute && (next == '\n' || next == '\t')) {
                into.append(' ');
            } else {
                into.append(next);
            }
        }
    }

    private void appendReference(String reference, StringBuilder into) {
        switch (reference) {
            case "lt" -> into.append('<');
            case "gt" -> into.append('>');
            case "amp" -> into.append('&');
            case "quot" -> into.append('"');
            case "apos" -> into.append('\'');
            default -> into.appendCodePoint(codePoint(reference));
        }
    }

    private int codePoint(String reference) {
        if (!reference.startsWith("#")) {
            throw malformed("an entity is unknown");
        }
        try {
            int code = reference.startsWith("#x")
                    ? Integer.parseUnsignedInt(reference, 2, reference.length(), 16)
                    : Integer.parseUnsignedInt(reference, 1, reference.length(), 10);
            // Control characters are not for XML, but iTwin.js writes and reads them.
            boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
            if (code > 0 && Character.isValidCodePoint(code) && !half) {
                return code;
            }
        } catch (NumberFormatException notANumber) {
            throw malformed("a character reference is not a number");
        }
        throw malformed("there is no such character");
    }

    private void skipAround() {
        do {
            skipBlank();
            if (looking("<!DOCTYPE")) {
                throw malformed("a DTD is not accepted");
            }
        } while (skipComment() || skipInstruction());
    }

    private boolean skipComment() {
        if (!looking("<!--")) {
            return false;
        }
        at += 4;
        upTo("-->");
        return true;
    }

    private boolean skipInstruction() {
        if (!looking("<?")) {
            return false;
        }
        upTo("?>");
        return true;
    }

    /** Whether there was something to skip. */
    private boolean skipBlank() {
        int start = at;
        while (at < text.length() && BLANK.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > start;
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (at == start || !isNameStart(text.charAt(start))) {
            at = start;
            throw malformed("a name is expected");
        }
        if (at - start > limits.nameLength()) {
            throw malformed("a name has more than " + limits.nameLength() + " characters");
        }
        return text.substring(start, at);
    }

    private static boolean isNameStart(char character) {
        return isNamePart(character) && character != '-' && character != '.' && !(character >= '0' && character <= '9');
    }

    /** Beyond ASCII nearly everything is a part of names; what is not does no harm here. */
    private static boolean isNamePart(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '_'
                || character == ':'
                || character == '-'
                || character == '.'
                || character >= 0x80;
    }

    private static String prefix(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
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

    /** Goes behind that end; gives where it begins. */
    private int upTo(String end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw malformed("'" + end + "' is missing");
        }
        at = found + end.length();
        return found;
    }

    /** Counts the lines up to here. */
    private void count() {
        for (; countedTo < at; countedTo++) {
            if (text.charAt(countedTo) == '\n') {
                line++;
                lineStart = countedTo + 1;
            }
        }
    }

    private IModelException malformed(String what) {
        count();
        return failure.at("not well-formed: " + what, line, Math.max(1, at - lineStart + 1));
    }
}
