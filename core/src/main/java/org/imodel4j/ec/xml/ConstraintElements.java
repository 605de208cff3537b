package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** The ends of relationship classes as they are declared. */
final class ConstraintElements {
    private static final Pattern MULTIPLICITY = Pattern.compile("\\(([0-9]+)\\s*\\.\\.\\s*([0-9]+|\\*)\\)");
    private static final Pattern OLD_MULTIPLICITY =
            Pattern.compile("\\((-?[0-9]+)(?:\\.\\.(-?[0-9]+))?.*", Pattern.DOTALL);
    private static final Pattern CARDINALITY = Pattern.compile("\\((-?[0-9]+)(?:,(-?[0-9]+))?.*", Pattern.DOTALL);

    private final Reading reading;

    ConstraintElements(Reading reading) {
        this.reading = reading;
    }

    /** @param upper {@link Integer#MAX_VALUE} for unbounded */
    private record Limits(int lower, int upper) {
        static final Limits ZERO_ONE = new Limits(0, 1);
        static final Limits ANY = new Limits(0, Integer.MAX_VALUE);
    }

    /** Without its custom attributes. @param element null when the end is missing */
    ConstraintDef constraint(@Nullable XmlElement element, String item) {
        if (element == null) {
            return new ConstraintDef(0, 1, true, null, List.of(), null, List.of());
        }
        boolean old = reading.isBefore(ECXmlVersion.V3_1);
        Limits limits = old ? cardinality(element, item) : multiplicity(element, item);
        String polymorphic = element.attribute("polymorphic");
        boolean isTrue = "true".equalsIgnoreCase(polymorphic);
        if (!old && !isTrue && !"false".equalsIgnoreCase(polymorphic)) {
            throw reading.problem(element, item, "polymorphic is required, true or false");
        }
        String roleLabel = old ? element.attribute("roleLabel") : reading.required(element, "roleLabel", item);
        return new ConstraintDef(
                limits.lower,
                limits.upper == Integer.MAX_VALUE ? null : (Integer) limits.upper,
                old ? isTrue || !"false".equalsIgnoreCase(polymorphic) : isTrue,
                roleLabel,
                classes(element, item),
                old ? null : abstractConstraint(element, item),
                List.of());
    }

    /** One that is not found is passed over; so it is by iTwin.js. */
    private @Nullable ItemName abstractConstraint(XmlElement element, String item) {
        String name = element.attribute("abstractConstraint");
        if (name == null) {
            return null;
        }
        if (name.isEmpty()) {
            throw reading.problem(element, item, "abstractConstraint is not empty");
        }
        ItemName found = reading.scope().find(name, ClassDef.class);
        return found == null || !isConstraintClass(found) ? null : found;
    }

    private List<ItemName> classes(XmlElement element, String item) {
        List<ItemName> classes = new ArrayList<>();
        if (reading.header().isSupplemental()) {
            return classes;
        }
        for (XmlElement child : element.children()) {
            if (child.name().equals("Class")) {
                String name = child.attribute("class");
                ItemName found = name == null ? null : reading.scope().find(name, ClassDef.class);
                if (found == null) {
                    throw reading.notFound(child, item, "constraint class", String.valueOf(name));
                }
                if (isConstraintClass(found)) {
                    if (!classes.contains(found)) {
                        classes.add(found);
                    }
                } else if (reading.header().ecXml().major() != 2) {
                    throw reading.problem(child, item, "a constraint class is an entity or a relationship class");
                }
                if (!reading.isBefore(ECXmlVersion.V3_1) && child.child("Key") != null) {
                    throw reading.problem(child, item, "constraint classes have no keys any more");
                }
            }
        }
        return classes;
    }

    private boolean isConstraintClass(ItemName name) {
        ECClass.Type type = reading.scope().typeOf(name);
        return type == ECClass.Type.ENTITY || type == ECClass.Type.RELATIONSHIP;
    }

    /** One that can not be read is {@code (0..1)}; so it is for iTwin.js. */
    private Limits multiplicity(XmlElement element, String item) {
        String text = reading.required(element, "multiplicity", item);
        if (reading.isBefore(ECXmlVersion.V3_2)) {
            Limits limits = limits(OLD_MULTIPLICITY.matcher(withoutBlanks(text)));
            return limits == null ? Limits.ZERO_ONE : limits;
        }
        Matcher matcher = MULTIPLICITY.matcher(text);
        if (!matcher.matches()) {
            return Limits.ZERO_ONE;
        }
        Limits limits = limits(matcher);
        return limits == null ? Limits.ZERO_ONE : limits;
    }

    private Limits cardinality(XmlElement element, String item) {
        String text = element.attribute("cardinality");
        if (text == null) {
            return Limits.ZERO_ONE;
        }
        switch (text) {
            case "1":
                return new Limits(1, 1);
            case "N", "n", "UNBOUNDED", "Unbounded", "unbounded":
                return Limits.ANY;
            default:
                break;
        }
        String plain = withoutBlanks(text);
        Limits limits = null;
        if (plain.startsWith("(")) {
            limits = limits(CARDINALITY.matcher(plain));
        } else {
            Integer upper = ScannedNumber.tryInt(plain);
            limits = upper == null ? null : new Limits(0, upper);
        }
        if (limits == null) {
            throw reading.problem(element, item, "cardinality is of the form (0,N)");
        }
        return limits;
    }

    /** An upper limit that is no number stands for unbounded. */
    private static @Nullable Limits limits(Matcher matcher) {
        if (!matcher.matches()) {
            return null;
        }
        Integer lower = ScannedNumber.tryInt(String.valueOf(matcher.group(1)));
        Integer upper = ScannedNumber.tryInt(String.valueOf(matcher.group(2)));
        return lower == null ? null : new Limits(lower, upper == null ? Integer.MAX_VALUE : upper);
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }
}
