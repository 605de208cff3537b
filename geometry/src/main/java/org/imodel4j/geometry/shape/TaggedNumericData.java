package org.imodel4j.geometry.shape;

/** Numbers with two tags that tell their meaning to who wrote them. */
public record TaggedNumericData(int tagA, int tagB, IntList intData, DoubleList doubleData) {}
