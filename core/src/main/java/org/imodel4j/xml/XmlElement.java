package org.imodel4j.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of a document that was read. Immutable. */
public final class XmlElement {
    private static final String[] NO_ATTRIBUTES = {};

    private final String name;
    private final @Nullable String namespace;
    private final String[] attributes;
    private final String text;
    private final List<XmlElement> children;
    private final int line;
    private final int column;

    /** @param attributes names and values in turn */
    XmlElement(
            String name,
            @Nullable String namespace,
            List<String> attributes,
            String text,
            List<XmlElement> children,
            int line,
            int column) {
        this.name = name;
        this.namespace = namespace;
        this.attributes = attributes.isEmpty() ? NO_ATTRIBUTES : attributes.toArray(NO_ATTRIBUTES);
        this.text = text;
        this.children = List.copyOf(children);
        this.line = line;
        this.column = column;
    }

    /** Without a prefix. */
    public String name() {
        return name;
    }

    /** Declared here or further out; null for none. */
    public @Nullable String namespace() {
        return namespace;
    }

    /** The value of an attribute, as written with its prefix if it has one; null when it is not there. */
    public @Nullable String attribute(String attributeName) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(attributeName)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    /** All text directly in this element, joined and not trimmed. */
    public String text() {
        return text;
    }

    public List<XmlElement> children() {
        return children;
    }

    /** The first child of a name, null when there is none. */
    public @Nullable XmlElement child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** Of the start tag, from 1. */
    public int line() {
        return line;
    }

    /** Of the start tag, from 1, in characters. */
    public int column() {
        return column;
    }

    @Override
    public String toString() {
        return '<' + name + "> at " + line + ':' + column;
    }
}
