package org.imodel4j.ec.xml;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of formats before ECXML 3.2, long and short ones, as formats of the schema Formats. Observed with core-backend 5.7.3,
 * which drops all others. Case does not matter.
 */
final class OldFormatNames {
    private OldFormatNames() {}

    /** A format string without the schema, and without a unit unless the format brings its own; null for what is dropped. */
    static @Nullable String tryConvert(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "defaultreal", "real", "defaultint", "int" -> "DefaultReal";
            case "real2" -> "DefaultReal(2)";
            case "real3" -> "DefaultReal(3)";
            case "real4" -> "DefaultReal(4)";
            case "defaultrealu", "realu", "real6u" -> "DefaultRealU";
            case "real2u" -> "DefaultRealU(2)";
            case "real3u" -> "DefaultRealU(3)";
            case "real4u" -> "DefaultRealU(4)";
            case "real6uns" -> "DefaultRealUNS";
            case "real2uns" -> "DefaultRealUNS(2)";
            case "real3uns" -> "DefaultRealUNS(3)";
            case "real4uns" -> "DefaultRealUNS(4)";
            case "defaultfractional", "fract", "fractional64", "fract64" -> "Fractional";
            case "fractional4", "fract4" -> "Fractional(4)";
            case "fractional8", "fract8" -> "Fractional(8)";
            case "fractional16", "fract16" -> "Fractional(16)";
            case "fractional32", "fract32" -> "Fractional(32)";
            case "fractional128", "fract128" -> "Fractional(128)";
            case "amerfi8", "fi8" -> "AmerFI";
            case "amerfi16", "fi16" -> "AmerFI(16)";
            case "amerfi32", "fi32" -> "AmerFI(32)";
            case "angledms", "dms", "cangledms", "cdms" -> "AngleDMS";
            case "angledms8", "dms8", "cangledms8", "cdms8" -> "AngleDMS(8)";
            case "hms" -> "HMS";
            case "decimaldeg4" -> "DefaultRealUNS(4)[u:ARC_DEG|\u00B0]";
            case "feet4u" -> "DefaultRealUNS(4)[u:FT|']";
            case "meters4u" -> "DefaultRealUNS(4)[u:M|m]";
            // The quotation mark was escaped once too often.
            case "inches4u" -> "DefaultRealUNS(4)[u:IN|&quot;]";
            case "inches18u" -> "DefaultRealUNS(8)[u:IN|&quot;]";
            case "stop100-2-2z" -> "StationZ_100_2";
            case "stop1000-2-3z" -> "StationZ_1000_3";
            default -> null;
        };
    }
}
