package org.imodel4j.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The namespaces that are declared where a reader stands. */
final class XmlNamespaces {
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    XmlNamespaces() {
        prefixes.add("xml");
        names.add("http://www.w3.org/XML/1998/namespace");
    }

    /** Takes the declarations among the attributes of an element; gives what {@link #leave} wants at its end. */
    int enter(List<String> attributes) {
        int scope = prefixes.size();
        for (int i = 0; i < attributes.size(); i += 2) {
            String attribute = attributes.get(i);
            if (attribute.equals("xmlns")) {
                declare("", attributes.get(i + 1));
            } else if (attribute.startsWith("xmlns:")) {
                declare(attribute.substring("xmlns:".length()), attributes.get(i + 1));
            }
        }
        return scope;
    }

    private void declare(String prefix, String name) {
        prefixes.add(prefix);
        names.add(name);
    }

    void leave(int scope) {
        prefixes.subList(scope, prefixes.size()).clear();
        names.subList(scope, names.size()).clear();
    }

    /** Null for none. */
    @Nullable
    String find(String prefix) {
        int found = prefixes.lastIndexOf(prefix);
        String name = found < 0 ? "" : names.get(found);
        return name.isEmpty() ? null : name;
    }
}
