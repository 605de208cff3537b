package org.imodel4j.id;

/** Bytes as text. */
public final class Hex {
    private Hex() {}

    /** Two lower-case digits for each byte. */
    public static String text(byte[] bytes) {
        StringBuilder hex = new StringBuilder(2 * bytes.length);
        for (byte each : bytes) {
            hex.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
        }
        return hex.toString();
    }
}
