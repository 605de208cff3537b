package org.imodel4j.bis;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** What the bytes of a PNG or JPEG image say of it, read without an image library. */
record ImageFacts(int format, int width, int height, int transparency) {
    static final int JPEG = 0;
    static final int PNG = 2;

    private static final int OPAQUE = 0;
    private static final int TRANSLUCENT = 1;
    private static final int MIXED = 2;

    /** Larger images are not looked through for transparency. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int IDAT = 0x49444154;
    private static final int TRNS = 0x74524e53;

    /** Null when the bytes are neither. */
    static @Nullable ImageFacts of(byte[] image) {
        if (image.length > 33 && number(image, 0) == 0x89504e47 && number(image, 12) == 0x49484452) {
            return png(image);
        }
        return image.length > 4 && (image[0] & 0xff) == 0xff && (image[1] & 0xff) == 0xd8 ? jpeg(image) : null;
    }

    /** Follows the segments to the frame header. */
    private static @Nullable ImageFacts jpeg(byte[] image) {
        int at = 2;
        while (at + 9 < image.length && (image[at] & 0xff) == 0xff) {
            int marker = image[at + 1] & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return new ImageFacts(JPEG, pair(image, at + 7), pair(image, at + 5), OPAQUE);
            }
            at += 2 + Math.max(2, pair(image, at + 2));
        }
        return null;
    }

    private static ImageFacts png(byte[] image) {
        int width = number(image, 16);
        int height = number(image, 20);
        int depth = image[24];
        int colour = image[25];
        boolean interlaced = image[28] != 0;
        boolean alpha = colour == 4 || colour == 6;
        int transparency;
        if (!alpha) {
            transparency = has(image, TRNS) ? MIXED : OPAQUE;
        } else if (depth != 8 || interlaced || width <= 0 || height <= 0) {
            transparency = MIXED;
        } else {
            transparency = alpha(image, width, height, colour == 4 ? 2 : 4);
        }
        return new ImageFacts(PNG, width, height, transparency);
    }

    private static boolean has(byte[] image, int chunk) {
        for (int at = 8; at >= 8 && at + 12 <= image.length; at = next(image, at)) {
            if (number(image, at + 4) == chunk) {
                return true;
            }
        }
        return false;
    }

    /** The chunk behind the one at a place, or -1. */
    private static int next(byte[] image, int at) {
        int length = number(image, at);
        return length < 0 || length > image.length - at - 12 ? -1 : at + 12 + length;
    }

    /** Undoes the row filters far enough to see every alpha value. */
    private static int alpha(byte[] image, int width, int height, int pixel) {
        long size = (long) width * pixel;
        if (size * height > MOST_BYTES) {
            return MIXED;
        }
        byte[] above = new byte[(int) size];
        byte[] row = new byte[(int) size];
        byte[] filter = new byte[1];
        boolean opaque = false;
        boolean clear = false;
        Rows rows = new Rows(image);
        try {
            for (int y = 0; y < height; y++) {
                if (!rows.read(filter) || !rows.read(row)) {
                    return MIXED;
                }
                unfilter(filter[0], row, above, pixel);
                for (int x = pixel - 1; x < row.length; x += pixel) {
                    opaque |= row[x] == (byte) 0xff;
                    clear |= row[x] != (byte) 0xff;
                }
                byte[] swap = above;
                above = row;
                row = swap;
            }
        } catch (DataFormatException malformed) {
            return MIXED;
        } finally {
            rows.inflater.end();
        }
        return !clear ? OPAQUE : opaque ? MIXED : TRANSLUCENT;
    }

    private static void unfilter(int filter, byte[] row, byte[] above, int pixel) {
        for (int i = 0; i < row.length; i++) {
            int left = i < pixel ? 0 : row[i - pixel] & 0xff;
            int up = above[i] & 0xff;
            int upLeft = i < pixel ? 0 : above[i - pixel] & 0xff;
            row[i] += (byte)
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case 4 -> paeth(left, up, upLeft);
                        default -> 0;
                    };
        }
    }

    private static int paeth(int left, int up, int upLeft) {
        int estimate = left + up - upLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toUpLeft = Math.abs(estimate - upLeft);
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }

    /** The inflated image data, which may stand in several chunks. */
    private static final class Rows {
        final Inflater inflater = new Inflater();
        private final byte[] image;
        private int at = 8;

        Rows(byte[] image) {
            this.image = image;
        }

        boolean read(byte[] to) throws DataFormatException {
            int done = 0;
            while (done < to.length) {
                int count = inflater.inflate(to, done, to.length - done);
                done += count;
                if (count == 0 && !(inflater.needsInput() && feed())) {
                    return false;
                }
            }
            return true;
        }

        private boolean feed() {
            while (at >= 8 && at + 12 <= image.length) {
                int chunk = at;
                at = next(image, at);
                if (number(image, chunk + 4) == IDAT && at > 0) {
                    inflater.setInput(image, chunk + 8, number(image, chunk));
                    return true;
                }
            }
            return false;
        }
    }

    private static int number(byte[] image, int at) {
        return pair(image, at) << 16 | pair(image, at + 2);
    }

    private static int pair(byte[] image, int at) {
        return (image[at] & 0xff) << 8 | image[at + 1] & 0xff;
    }
}
