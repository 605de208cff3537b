package org.imodel4j.bis.geometry;

import java.nio.ByteBuffer;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Transform3d;
import org.jspecify.annotations.Nullable;

/** A structure of a {@link FlatBuffer}, whose size was checked; all zero when it is absent. */
final class FlatStruct {
    private final ByteBuffer bytes;
    private final int at;

    FlatStruct(ByteBuffer bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    boolean isPresent() {
        return at > 0;
    }

    /** The number that is the {@code index}th of eight bytes. */
    double real(int index) {
        return at == 0 ? 0 : bytes.getDouble(at + Double.BYTES * index);
    }

    Point3d point(int index) {
        return new Point3d(real(index), real(index + 1), real(index + 2));
    }

    @Nullable
    Point3d tryPoint() {
        return isPresent() ? point(0) : null;
    }

    /** Twelve numbers by rows: three of the matrix and one of the origin. */
    Transform3d transform() {
        return new Transform3d(
                new Matrix3d(real(0), real(1), real(2), real(4), real(5), real(6), real(8), real(9), real(10)),
                new Point3d(real(3), real(7), real(11)));
    }

    int uint8(int offset) {
        return at == 0 ? 0 : bytes.get(at + offset) & 0xff;
    }

    int int32(int offset) {
        return at == 0 ? 0 : bytes.getInt(at + offset);
    }

    long int64(int offset) {
        return at == 0 ? 0 : bytes.getLong(at + offset);
    }
}
