package org.imodel4j.bis.geometry;

/** The numbers of operations. */
final class OpCode {
    static final int HEADER = 1;
    static final int SUB_GRAPHIC_RANGE = 2;
    static final int PART_INSTANCE = 3;
    static final int BASIC_SYMBOLOGY = 4;
    static final int POINTS = 5;
    static final int POINTS_2D = 6;
    static final int ARC = 7;
    static final int CURVE_VECTOR = 8;
    static final int POLYFACE = 9;
    static final int CURVE_PRIMITIVE = 10;
    static final int SOLID_PRIMITIVE = 11;
    static final int BSPLINE_SURFACE = 12;
    static final int AREA_FILL = 19;
    static final int PATTERN = 20;
    static final int MATERIAL = 21;
    static final int TEXT_STRING = 22;
    static final int LINE_STYLE_MODIFIERS = 23;
    static final int BREP = 25;
    static final int IMAGE = 28;

    /** Of the fields {@code boundary} of points and arcs. */
    static final int NO_BOUNDARY = 0;

    static final int OPEN = 1;
    static final int CLOSED = 2;

    private OpCode() {}
}
