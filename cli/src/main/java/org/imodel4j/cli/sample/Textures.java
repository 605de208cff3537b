package org.imodel4j.cli.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The pictures that surfaces are covered with. */
final class Textures {
    private static final int SIZE = 64;

    private Textures() {}

    /** PNG images by name. */
    static Map<String, byte[]> draw(long seed) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("checks", Png.write(SIZE, SIZE, (x, y) -> (x / 8 + y / 8) % 2 == 0 ? 0xffffff : 0x264653));
        pictures.put("bricks", Png.write(SIZE, SIZE, Textures::brick));
        pictures.put("planks", Png.write(SIZE, SIZE, Textures::plank));
        Random random = new Random(seed);
        pictures.put("speckles", Png.write(SIZE, SIZE, (x, y) -> grey(170 + random.nextInt(40))));
        return pictures;
    }

    private static int brick(int x, int y) {
        int row = y / 16;
        boolean joint = y % 16 < 2 || (x + row % 2 * 16) % 32 < 2;
        return joint ? 0xcfc7b8 : row % 2 == 0 ? 0xb5643c : 0xa85a36;
    }

    private static int plank(int x, int y) {
        boolean joint = y % 16 == 0 || (x == 0 && y / 16 % 2 == 0);
        int shade = (int) (10 * Math.sin(x * 0.35 + y / 16 * 2.0));
        return joint ? 0x6b4a2b : (0xb0 + shade) << 16 | (0x84 + shade) << 8 | 0x50;
    }

    private static int grey(int level) {
        return level << 16 | level << 8 | level;
    }
}
