package org.imodel4j.ec.schema;

import java.util.Comparator;
import java.util.Locale;

/**
 * {@code read.write.minor}. A higher read version can not be read by older software, a higher write version not be written by
 * it, a higher minor version only adds.
 */
public record SchemaVersion(int read, int write, int minor) implements Comparable<SchemaVersion> {
    private static final Comparator<SchemaVersion> ORDER = Comparator.comparingInt(SchemaVersion::read)
            .thenComparingInt(SchemaVersion::write)
            .thenComparingInt(SchemaVersion::minor);

    /** Whether a reference to {@code wanted} is satisfied by this one: same read and write, minor at least that. */
    public boolean satisfies(SchemaVersion wanted) {
        return read == wanted.read && write == wanted.write && minor >= wanted.minor;
    }

    @Override
    public int compareTo(SchemaVersion other) {
        return ORDER.compare(this, other);
    }

    /** At least two digits each, such as {@code 01.00.25}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d.%02d.%02d", read, write, minor);
    }
}
