package org.imodel4j.host.ipc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Java's arrays of numbers as the bytes of JavaScript's typed arrays, and back. */
final class TypedArrays {
    private TypedArrays() {}

    /** The kind of typed array that an object becomes; -1 when it is no array of numbers. */
    static int typeOf(Object array) {
        return switch (array) {
            case byte[] bytes -> BinaryMarker.UINT8;
            case short[] shorts -> BinaryMarker.INT16;
            case int[] ints -> BinaryMarker.INT32;
            case float[] floats -> BinaryMarker.FLOAT32;
            case double[] doubles -> BinaryMarker.FLOAT64;
            default -> -1;
        };
    }

    static byte[] bytes(Object array) {
        return switch (array) {
            case byte[] bytes -> bytes;
            case short[] shorts -> {
                ByteBuffer to = buffer(2L * shorts.length);
                to.asShortBuffer().put(shorts);
                yield to.array();
            }
            case int[] ints -> {
                ByteBuffer to = buffer(4L * ints.length);
                to.asIntBuffer().put(ints);
                yield to.array();
            }
            case float[] floats -> {
                ByteBuffer to = buffer(4L * floats.length);
                to.asFloatBuffer().put(floats);
                yield to.array();
            }
            case double[] doubles -> {
                ByteBuffer to = buffer(8L * doubles.length);
                to.asDoubleBuffer().put(doubles);
                yield to.array();
            }
            default -> throw new IllegalArgumentException("not an array of numbers");
        };
    }

    private static ByteBuffer buffer(long bytes) {
        return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An array of the given class from the bytes of a typed array; null when they are of another width. */
    static @Nullable Object revived(byte[] bytes, BinaryMarker marker, Class<?> wanted) {
        if (bytes.length % marker.width() != 0) {
            return null;
        }
        ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int type = marker.type();
        if (wanted == byte[].class) {
            return bytes;
        } else if (wanted == short[].class && (type == 3 || type == 4)) {
            short[] array = new short[bytes.length / 2];
            from.asShortBuffer().get(array);
            return array;
        } else if (wanted == int[].class && (type == 5 || type == 6)) {
            int[] array = new int[bytes.length / 4];
            from.asIntBuffer().get(array);
            return array;
        } else if (wanted == float[].class && type == BinaryMarker.FLOAT32) {
            float[] array = new float[bytes.length / 4];
            from.asFloatBuffer().get(array);
            return array;
        } else if (wanted == double[].class && type == BinaryMarker.FLOAT64) {
            double[] array = new double[bytes.length / 8];
            from.asDoubleBuffer().get(array);
            return array;
        }
        return null;
    }
}
