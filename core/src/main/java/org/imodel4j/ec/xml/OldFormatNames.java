package org.imodel4j.ec.xml;

import org.jspecify.annotations.Nullable;

/**
 * The names of formats before ECXML 3.2, long and short ones, as formats of the schema Formats. Observed with core-backend 5.7.3,
 * which drops all others.
 */
final class OldFormatNames {
    private OldFormatNames() {}

    /** A format string without the schema, and without a unit unless the format brings its own; null for what is dropped. */
    static @Nullable String tryConvert(String name) {
        return switch (name) {
            case "DefaultReal", "Real", "real", "DefaultInt", "int" -> "DefaultReal";
            case "Real2", "real2" -> "DefaultReal(2)";
            case "Real3", "real3" -> "DefaultReal(3)";
            case "Real4", "real4" -> "DefaultReal(4)";
            case "DefaultRealU", "RealU", "realu", "Real6U", "real6u" -> "DefaultRealU";
            case "Real2U", "real2u" -> "DefaultRealU(2)";
            case "Real3U", "real3u" -> "DefaultRealU(3)";
            case "Real4U", "real4u" -> "DefaultRealU(4)";
            case "Real6UNS", "real6uns" -> "DefaultRealUNS";
            case "Real2UNS", "real2uns" -> "DefaultRealUNS(2)";
            case "Real3UNS", "real3uns" -> "DefaultRealUNS(3)";
            case "Real4UNS", "real4uns" -> "DefaultRealUNS(4)";
            case "DefaultFractional", "fract", "Fractional64", "fract64" -> "Fractional";
            case "Fractional4", "fract4" -> "Fractional(4)";
            case "Fractional8", "fract8" -> "Fractional(8)";
            case "Fractional16", "fract16" -> "Fractional(16)";
            case "Fractional32", "fract32" -> "Fractional(32)";
            case "Fractional128", "fract128" -> "Fractional(128)";
            case "AmerFI8", "fi8" -> "AmerFI";
            case "AmerFI16", "fi16" -> "AmerFI(16)";
            case "AmerFI32", "fi32" -> "AmerFI(32)";
            case "AngleDMS", "dms", "CAngleDMS", "cdms" -> "AngleDMS";
            case "AngleDMS8", "dms8", "CAngleDMS8", "cdms8" -> "AngleDMS(8)";
            case "HMS", "hms" -> "HMS";
            case "DecimalDeg4", "decimalDeg4" -> "DefaultRealUNS(4)[u:ARC_DEG|\u00B0]";
            case "Feet4u", "feet4u" -> "DefaultRealUNS(4)[u:FT|']";
            case "Meters4u", "meters4u" -> "DefaultRealUNS(4)[u:M|m]";
            // The quotation mark was escaped once too often.
            case "Inches4u", "inches4u" -> "DefaultRealUNS(4)[u:IN|&quot;]";
            case "Inches18u" -> "DefaultRealUNS(8)[u:IN|&quot;]";
            case "Stop100-2-2z", "stop100-2-2z" -> "StationZ_100_2";
            case "Stop1000-2-3z", "stop1000-2-3z" -> "StationZ_1000_3";
            default -> null;
        };
    }
}
