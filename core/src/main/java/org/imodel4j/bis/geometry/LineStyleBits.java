package org.imodel4j.bis.geometry;

/** The bits that say which modifiers of a line style count. */
public final class LineStyleBits {
    public static final int SCALE = 0x01;
    public static final int DASH_SCALE = 0x02;
    public static final int GAP_SCALE = 0x04;
    public static final int START_WIDTH = 0x08;
    public static final int END_WIDTH = 0x10;
    public static final int DIST_PHASE = 0x20;
    public static final int FRACT_PHASE = 0x40;
    public static final int CENTER_PHASE = 0x80;
    public static final int NORMAL = 0x100;
    public static final int ROTATION = 0x200;
    public static final int PHYSICAL_WIDTH = 0x2000;
    public static final int SINGLE_SEGMENT = 0x4000_0000;
    public static final int NO_SINGLE_SEGMENT = 0x8000_0000;

    private LineStyleBits() {}
}
