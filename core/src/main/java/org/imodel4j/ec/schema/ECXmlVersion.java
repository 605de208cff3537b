package org.imodel4j.ec.schema;

/** The version of ECXML that a schema was written in. */
public record ECXmlVersion(int major, int minor) implements Comparable<ECXmlVersion> {
    public static final ECXmlVersion V2_0 = new ECXmlVersion(2, 0);
    public static final ECXmlVersion V3_0 = new ECXmlVersion(3, 0);
    public static final ECXmlVersion V3_1 = new ECXmlVersion(3, 1);
    public static final ECXmlVersion V3_2 = new ECXmlVersion(3, 2);

    public boolean isBefore(ECXmlVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(ECXmlVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
