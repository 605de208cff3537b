package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Enumerations and property categories. */
final class EnumerationElements {
    private final Reading reading;

    EnumerationElements(Reading reading) {
        this.reading = reading;
    }

    /** A priority that is no number is 0. */
    PropertyCategoryDef category(Declarations.Item item) {
        XmlElement element = item.element();
        String text = element.attribute("priority");
        Integer priority = text == null ? null : ScannedNumber.tryInt(text);
        return new PropertyCategoryDef(
                item.name(),
                reading.label(element, item.name()),
                reading.description(element),
                priority == null ? 0 : Integer.toUnsignedLong(priority));
    }

    EnumerationDef enumeration(Declarations.Item item) {
        XmlElement element = item.element();
        PrimitiveType backing = backing(item);
        List<EnumeratorDef> enumerators = new ArrayList<>();
        Set<Object> values = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (XmlElement child : element.children()) {
            if (!child.name().equals("ECEnumerator")) {
                if (reading.header().isNewer()) {
                    continue;
                }
                throw reading.problem(child, item.name(), "an enumeration has only ECEnumerator elements");
            }
            EnumeratorDef enumerator = enumerator(item.name(), backing, child);
            Object value = enumerator.number() != null ? enumerator.number() : String.valueOf(enumerator.text());
            if (!values.add(value)) {
                throw reading.problem(child, item.name(), "the value is there twice");
            }
            if (!names.add(Declarations.key(enumerator.name()))) {
                throw reading.problem(child, item.name(), "the name of an enumerator is there twice");
            }
            enumerators.add(enumerator);
        }
        return new EnumerationDef(
                item.name(),
                reading.label(element, item.name()),
                reading.description(element),
                backing,
                OldClass.isTrue(element.attribute("isStrict"), true),
                enumerators);
    }

    private PrimitiveType backing(Declarations.Item item) {
        PrimitiveType type = TypeNames.tryPrimitive(reading.required(item.element(), "backingTypeName", item.name()));
        if (type == PrimitiveType.INTEGER || type == PrimitiveType.STRING) {
            return type;
        }
        if (type == null && reading.header().isNewer()) {
            return PrimitiveType.STRING;
        }
        throw reading.problem(item.element(), item.name(), "backingTypeName is int or string");
    }

    private EnumeratorDef enumerator(String enumeration, PrimitiveType backing, XmlElement element) {
        String value = element.attribute("value");
        if (value == null) {
            throw reading.problem(element, enumeration, "an enumerator has a value");
        }
        boolean numeric = backing == PrimitiveType.INTEGER;
        Integer number = numeric ? (Integer) number(value) : null;
        boolean named = !reading.isBefore(ECXmlVersion.V3_2);
        String name = ECNames.check(
                named ? element.attribute("name") : generated(enumeration, number, value),
                reading.limits().nameLength());
        if (name == null) {
            throw reading.problem(element, enumeration, "the name of an enumerator is required and has to be a name");
        }
        return new EnumeratorDef(
                name,
                number,
                numeric ? null : value,
                Reading.label(element),
                named ? element.attribute("description") : null);
    }

    /** Enumerators have names of their own since ECXML 3.2. */
    private static String generated(String enumeration, @Nullable Integer number, String value) {
        return ECNames.encode(number != null ? enumeration + number : value);
    }

    /** What is no number is 0; so it is read by iTwin.js. */
    private static int number(String value) {
        Long number = ScannedNumber.tryLong(value);
        return number == null ? 0 : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
}
