package org.imodel4j.geometry.shape;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of transition spirals, with the numbers of geometry streams and the names of iModelJson. The curvature of an
 * integrated kind is a function of the length along it; a direct kind is a formula for y over x, made for curves that
 * are nearly straight.
 */
public enum SpiralKind {
    CLOTHOID(10, "clothoid"),
    BLOSS(11, "bloss"),
    BIQUADRATIC(12, "biquadratic"),
    COSINE(13, "cosine"),
    SINE(14, "sine"),
    WESTERN_AUSTRALIAN(50, "WesternAustralian"),
    CZECH(51, "Czech"),
    AUSTRALIAN_RAIL_CORP(52, "AustralianRailCorp"),
    ITALIAN(53, "Italian"),
    POLISH_CUBIC(54, "PolishCubic"),
    AREMA(55, "Arema"),
    MX_CUBIC_ALONG_ARC(56, "MXCubicAlongArc"),
    CHINESE_CUBIC(58, "ChineseCubic"),
    HALF_COSINE(60, "HalfCosine"),
    JAPANESE_CUBIC(61, "JapaneseCubic");

    private static final int FIRST_DIRECT = 50;

    private final int number;
    private final String jsonName;

    SpiralKind(int number, String jsonName) {
        this.number = number;
        this.jsonName = jsonName;
    }

    public int number() {
        return number;
    }

    public String jsonName() {
        return jsonName;
    }

    public boolean isDirect() {
        return isDirect(number);
    }

    static boolean isDirect(int number) {
        return number >= FIRST_DIRECT;
    }

    /** The kind with that number, or null. */
    public static @Nullable SpiralKind tryOf(int number) {
        for (SpiralKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        return null;
    }

    /** The kind with that name in upper or lower case, or null. */
    public static @Nullable SpiralKind tryOf(String jsonName) {
        String wanted = jsonName.toLowerCase(Locale.ROOT);
        for (SpiralKind kind : values()) {
            if (kind.jsonName.toLowerCase(Locale.ROOT).equals(wanted)) {
                return kind;
            }
        }
        return null;
    }

    /**
     * The part of the whole change of bearing that a spiral with straight start has turned at a fraction of its length,
     * times a half: the integral of the curvature's course from 0 to 1. 0 at 0 and ½ at 1.
     */
    double turned(double f) {
        return switch (this) {
            case BLOSS -> f * f * f - f * f * f * f / 2;
            case BIQUADRATIC -> f <= 0.5 ? 2 * f * f * f / 3 : f - 0.5 + 2 * (1 - f) * (1 - f) * (1 - f) / 3;
            case COSINE -> f / 2 - Math.sin(Math.PI * f) / (2 * Math.PI);
            case SINE -> f * f / 2 - (1 - Math.cos(2 * Math.PI * f)) / (4 * Math.PI * Math.PI);
            default -> f * f / 2;
        };
    }
}
