package org.imodel4j.ec.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Appends XML as the reference implementation lays it out: LF, four spaces for each level, an element without content as
 * {@code <X/>}, text beside its tags. In attributes {@code & < > " LF CR TAB} become references, in text {@code & < > " CR}.
 */
final class XmlText {
    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean tagOpen;
    private boolean hasText;

    private XmlText(Appendable out) {
        this.out = out;
    }

    /** A document, which begins with its declaration. */
    static XmlText document(Appendable out) {
        XmlText xml = new XmlText(out);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return xml;
    }

    /** One element that is kept somewhere else than in a document. */
    static XmlText fragment(Appendable out) {
        return new XmlText(out);
    }

    XmlText start(String name) {
        closeTag();
        indent();
        append("<");
        append(name);
        open.push(name);
        tagOpen = true;
        return this;
    }

    XmlText attribute(String name, String value) {
        append(" ");
        append(name);
        append("=\"");
        escape(value, true);
        append("\"");
        return this;
    }

    XmlText attribute(String name, long value) {
        return attribute(name, Long.toString(value));
    }

    XmlText attribute(String name, boolean value) {
        return attribute(name, value ? "true" : "false");
    }

    /** An attribute that is not written when it is null or empty: to a reader both are the same. */
    XmlText optional(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : attribute(name, value);
    }

    /** As {@link #optional(String, String)}, for numbers. */
    XmlText optional(String name, @Nullable Number value) {
        if (value == null) {
            return this;
        }
        return attribute(name, value instanceof Double real ? DoubleText.of(real) : value.toString());
    }

    XmlText text(String text) {
        if (!text.isEmpty()) {
            append(">");
            tagOpen = false;
            hasText = true;
            escape(text, false);
        }
        return this;
    }

    XmlText end() {
        String name = open.pop();
        if (tagOpen) {
            append("/>\n");
            tagOpen = false;
        } else {
            if (!hasText) {
                indent();
            }
            append("</");
            append(name);
            append(">\n");
        }
        hasText = false;
        return this;
    }

    /** An element with text alone. */
    XmlText element(String name, String text) {
        return start(name).text(text).end();
    }

    private void closeTag() {
        if (tagOpen) {
            append(">\n");
            tagOpen = false;
        }
    }

    private void indent() {
        for (int i = open.size(); i > 0; i--) {
            append("    ");
        }
    }

    private void escape(String text, boolean attribute) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String reference = reference(text.charAt(i), attribute);
            if (reference != null) {
                append(text, done, i);
                append(reference);
                done = i + 1;
            }
        }
        append(text, done, text.length());
    }

    private static @Nullable String reference(char c, boolean attribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#13;";
            case '\n' -> attribute ? "&#10;" : null;
            case '\t' -> attribute ? "&#9;" : null;
            default -> null;
        };
    }

    private void append(String text) {
        append(text, 0, text.length());
    }

    private void append(String text, int from, int to) {
        try {
            out.append(text, from, to);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The schema can not be written", e);
        }
    }
}
