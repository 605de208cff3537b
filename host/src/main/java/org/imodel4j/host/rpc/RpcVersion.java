package org.imodel4j.host.rpc;

import org.jspecify.annotations.Nullable;

/** Versions of interfaces and when they fit each other, by the rule of {@code RpcInterface.isVersionCompatible}. */
final class RpcVersion {
    private RpcVersion() {}

    /**
     * Whether a backend serves a frontend. Equal texts fit. Otherwise a prerelease fits nothing; the majors have to be equal; of
     * 0.x the frontend has to be an earlier patch of the same minor; else the frontend's minor has to be earlier or equal.
     */
    static boolean isCompatible(String backend, String frontend) {
        if (backend.equals(frontend)) {
            return true;
        }
        int[] b = parse(backend);
        int[] f = parse(frontend);
        if (b == null || f == null || b[0] != f[0]) {
            return false;
        }
        return b[0] == 0 ? b[1] == f[1] && f[2] < b[2] : f[1] <= b[1];
    }

    /** Three numbers; null for prereleases and for what is no version. */
    static int @Nullable [] parse(String version) {
        int[] numbers = new int[3];
        int part = 0;
        int digits = 0;
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            if (c == '.' && digits > 0 && part < 2) {
                part++;
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < 9) {
                numbers[part] = numbers[part] * 10 + c - '0';
                digits++;
            } else {
                return null;
            }
        }
        return part == 2 && digits > 0 ? numbers : null;
    }
}
