package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Units and formats as ECXML 3.1 and 3.0 spell them: {@code M(real4u)} for {@code f:DefaultRealU(4)[u:M]}. Which formats have an
 * old name was observed with version 5.7.3 of the reference, for each format of the standard schema and each precision.
 */
final class LegacyUnits {
    private static final Pattern FORMAT = Pattern.compile("(?:(\\w+):)?(\\w+)(?:\\((\\d+)\\))?((?:\\[[^\\]]*\\])*)");
    private static final Pattern UNIT = Pattern.compile("\\[(?:\\w+:)?(\\w+)(\\|[^\\]]*)?\\]");

    /** By the name of the format and its precision in parentheses, where it has one. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("DefaultReal", "real"),
            Map.entry("DefaultReal(2)", "real2"),
            Map.entry("DefaultReal(3)", "real3"),
            Map.entry("DefaultReal(4)", "real4"),
            Map.entry("DefaultRealU", "realu"),
            Map.entry("DefaultRealU(2)", "real2u"),
            Map.entry("DefaultRealU(3)", "real3u"),
            Map.entry("DefaultRealU(4)", "real4u"),
            Map.entry("DefaultRealUNS", "real6uns"),
            Map.entry("DefaultRealUNS(2)", "real2uns"),
            Map.entry("DefaultRealUNS(3)", "real3uns"),
            Map.entry("DefaultRealUNS(4)", "real4uns"),
            Map.entry("Fractional", "fract"),
            Map.entry("Fractional(4)", "fract4"),
            Map.entry("Fractional(8)", "fract8"),
            Map.entry("Fractional(16)", "fract16"),
            Map.entry("Fractional(32)", "fract32"),
            Map.entry("Fractional(128)", "fract128"),
            Map.entry("AmerFI", "fi8"),
            Map.entry("AmerFI(16)", "fi16"),
            Map.entry("AngleDMS", "dms"),
            Map.entry("HMS", "hms"),
            Map.entry("StationZ_1000_3", "stop1000-2-3z"),
            Map.entry("StationZ_100_2", "stop100-2-2z"));

    /** The first unit of the formats that bring their own. */
    private static final Map<String, String> OWN_UNITS = Map.of("AmerFI", "FT", "AngleDMS", "ARC_DEG", "HMS", "HR");

    private LegacyUnits() {}

    /**
     * The old name of a persistence unit.
     *
     * @throws IModelException BadSchema when it has none
     */
    static String unit(KindOfQuantityDef quantity) {
        String unit = quantity.persistenceUnit();
        String old = LegacyUnitNames.standard().tryOld(unit.substring(unit.indexOf(':') + 1));
        if (unit.indexOf(':') < 0 || old == null) {
            throw new IModelException(Status.BAD_SCHEMA, "ECXML before 3.2 has no name for a unit")
                    .with("kindOfQuantity", quantity.name())
                    .with("unit", unit);
        }
        return old;
    }

    /** Those that have an old name. */
    static List<String> formats(List<String> formats) {
        List<String> old = new ArrayList<>();
        for (String format : formats) {
            String name = format(format);
            if (name != null) {
                old.add(name);
            }
        }
        return old;
    }

    /** Whether a kind of quantity can be written and read again without loss. */
    static boolean holds(KindOfQuantityDef quantity, SchemaDef schema) {
        String units = alias(schema, "Units");
        String formats = alias(schema, "Formats");
        String unit = quantity.persistenceUnit();
        if (units == null
                || !unit.startsWith(units + ':')
                || LegacyUnitNames.standard().tryOld(unit.substring(units.length() + 1)) == null) {
            return false;
        }
        for (String format : quantity.presentationFormats()) {
            if (formats == null
                    || !format.startsWith(formats + ':')
                    || format.indexOf('|') >= 0
                    || format(format) == null) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String alias(SchemaDef schema, String name) {
        for (SchemaReference reference : schema.references()) {
            if (reference.name().equals(name)) {
                return reference.alias();
            }
        }
        return null;
    }

    private static @Nullable String format(String format) {
        Matcher parts = FORMAT.matcher(format);
        if (!parts.matches()) {
            return null;
        }
        String name = parts.group(2);
        String old = NAMES.get(parts.group(3) == null ? name : name + '(' + parts.group(3) + ')');
        Matcher unit = UNIT.matcher(parts.group(4));
        String of = unit.find() ? LegacyUnitNames.standard().tryOld(unit.group(1)) : OWN_UNITS.get(name);
        return old == null || of == null ? null : of + '(' + old + ')';
    }
}
