package org.imodel4j.ec.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * The bases of classes. Each is checked as it is added, in the order of the document: what closes a circle is the base that
 * comes last.
 */
final class BaseClasses {
    private static final ItemName NOT_SUBCLASSABLE =
            new ItemName("CoreCustomAttributes", "NotSubclassableInReferencingSchemas");

    private final Reading reading;
    private final Declarations own;
    private final SchemaSet referenced;
    private final Map<ItemName, List<ItemName>> bases = new HashMap<>();
    private final Map<ItemName, Integer> heights = new HashMap<>();
    private long steps;

    BaseClasses(Reading reading, Declarations own, SchemaSet referenced) {
        this.reading = reading;
        this.own = own;
        this.referenced = referenced;
    }

    List<ItemName> read(Declarations.Item item) {
        ItemName name = new ItemName(reading.header().key().name(), item.name());
        List<ItemName> found = new ArrayList<>();
        bases.put(name, found);
        if (reading.header().isSupplemental()) {
            return found;
        }
        for (XmlElement child : item.element().children()) {
            if (child.name().equals("BaseClass")) {
                add(item, name, child, found);
            }
        }
        return found;
    }

    private void add(Declarations.Item item, ItemName name, XmlElement child, List<ItemName> found) {
        ItemName base = reading.scope().find(child.text(), ClassDef.class);
        if (base == null) {
            throw reading.notFound(child, item.name(), "base class", child.text());
        }
        String breach = breach(item, name, base);
        if (breach != null) {
            if (reading.header().ecXml().major() == 2) {
                return;
            }
            throw reading.problem(child, item.name(), "base class " + base + ": " + breach);
        }
        if (found.contains(base)) {
            throw reading.problem(child, item.name(), "base class " + base + " is there twice");
        }
        if (item.classType() == ECClass.Type.RELATIONSHIP && !found.isEmpty()) {
            if (!reading.isBefore(ECXmlVersion.V3_1)) {
                throw reading.problem(child, item.name(), "a relationship class has one base class");
            }
            found.clear();
        }
        found.add(base);
        int height = heights.getOrDefault(base, 0) + 1;
        if (height > reading.limits().inheritance()) {
            throw reading.problem(item.element(), item.name(), "there are too many classes above this one");
        }
        heights.merge(name, height, Math::max);
    }

    private @Nullable String breach(Declarations.Item item, ItemName name, ItemName base) {
        if (name.equals(base)) {
            return "a class does not derive from itself";
        }
        if (!name.schema().equals(base.schema()) && !isSubclassable(base, name)) {
            return "it is not meant as a base outside of its schema";
        }
        if (isAncestor(name, base, item)) {
            return "it derives from this class already";
        }
        if (modifier(base) == ECClass.Modifier.SEALED) {
            return "it is sealed";
        }
        return reading.scope().typeOf(base) == item.classType() ? null : "it is of another kind of class";
    }

    private boolean isSubclassable(ItemName base, ItemName derived) {
        CustomAttributeDef attribute =
                CustomAttributeDef.find(referenced.classOf(base).customAttributes(), NOT_SUBCLASSABLE);
        if (attribute == null) {
            return true;
        }
        CustomAttributeXml exceptions = attribute.value().child("Exceptions");
        if (exceptions != null) {
            for (CustomAttributeXml exception : exceptions.children()) {
                if (exception.text().equalsIgnoreCase(derived.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    private ECClass.@Nullable Modifier modifier(ItemName name) {
        Declarations.Item item = name.schema().equals(reading.header().key().name()) ? own.find(name.name()) : null;
        return item != null
                ? ClassElements.modifier(reading, item)
                : referenced.classOf(name).modifier();
    }

    /** Whether a class is among the ancestors, as far as they are known; only those of this schema can lead to it. */
    private boolean isAncestor(ItemName wanted, ItemName start, Declarations.Item item) {
        Set<ItemName> seen = new HashSet<>();
        Deque<ItemName> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty()) {
            ItemName next = ahead.pop();
            if (next.equals(wanted)) {
                return true;
            }
            if (seen.add(next)) {
                ahead.addAll(bases.getOrDefault(next, List.of()));
                if (++steps > reading.limits().steps()) {
                    throw reading.problem(item.element(), item.name(), "the classes derive from too many others");
                }
            }
        }
        return false;
    }
}
