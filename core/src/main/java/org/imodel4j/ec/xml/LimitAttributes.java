package org.imodel4j.ec.xml;

import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ValueLimits;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Lengths of strings and binaries, values of numbers. ECXML 2.0 passes over what does not fit the type. */
final class LimitAttributes {
    private final Reading reading;

    LimitAttributes(Reading reading) {
        this.reading = reading;
    }

    /** @param type null for one that has no limits */
    ValueLimits read(XmlElement element, String item, @Nullable PrimitiveType type) {
        boolean old = reading.header().ecXml().major() == 2;
        Integer minLength = length(element, item, type, "minimumLength");
        Integer maxLength = length(element, item, type, "maximumLength");
        Number minValue = value(element, item, type, old ? "MinimumValue" : "minimumValue");
        Number maxValue = value(element, item, type, old ? "MaximumValue" : "maximumValue");
        boolean none = minLength == null && maxLength == null && minValue == null && maxValue == null;
        return none ? ValueLimits.NONE : new ValueLimits(minLength, maxLength, minValue, maxValue);
    }

    /** Zero is no limit. */
    private @Nullable Integer length(XmlElement element, String item, @Nullable PrimitiveType type, String attribute) {
        String text = element.attribute(attribute);
        if (text == null) {
            return null;
        }
        if (type != PrimitiveType.STRING && type != PrimitiveType.BINARY) {
            return refused(element, item, attribute + " is for strings and binaries");
        }
        Long length = ScannedNumber.tryLong(text);
        return length == null || length <= 0 ? null : (Integer) (int) Math.min(Integer.MAX_VALUE, length);
    }

    private @Nullable Number value(XmlElement element, String item, @Nullable PrimitiveType type, String attribute) {
        String text = element.attribute(attribute);
        if (text == null) {
            return null;
        }
        Number value;
        if (type == PrimitiveType.DOUBLE) {
            value = ScannedNumber.tryDouble(text);
        } else if (type == PrimitiveType.LONG) {
            value = ScannedNumber.tryLong(text);
        } else if (type == PrimitiveType.INTEGER) {
            Integer number = ScannedNumber.tryInt(text);
            value = number == null ? null : number.longValue();
        } else {
            return refused(element, item, attribute + " is for numbers");
        }
        return value == null ? refused(element, item, attribute + " is a number") : value;
    }

    private <T> @Nullable T refused(XmlElement element, String item, String rule) {
        if (reading.header().ecXml().major() == 2) {
            return null;
        }
        throw reading.problem(element, item, rule);
    }
}
