package org.imodel4j.geometry.shape;

import java.util.Arrays;

/** Numbers in a row, immutable. */
public final class DoubleList {
    public static final DoubleList EMPTY = new DoubleList(new double[0]);

    private final double[] values;

    private DoubleList(double[] values) {
        this.values = values;
    }

    public static DoubleList of(double... values) {
        return values.length == 0 ? EMPTY : new DoubleList(values.clone());
    }

    /** A list over the array itself, which its owner gives away. */
    public static DoubleList ofTrusted(double[] values) {
        return values.length == 0 ? EMPTY : new DoubleList(values);
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public double get(int index) {
        return values[index];
    }

    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DoubleList that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
