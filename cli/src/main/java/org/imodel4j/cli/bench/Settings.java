package org.imodel4j.cli.bench;

import java.nio.file.Path;

/**
 * How a workload is run.
 *
 * @param data the directory of the data sets
 * @param reps measured runs; 0 leaves it to the workload
 * @param warmRuns unmeasured runs before them; negative leaves it to the workload
 */
record Settings(Path data, int reps, int warmRuns) {
    /** Runs that let the JVM compile what is measured. */
    private static final int WARM = 5;

    int reps(int usual) {
        return reps > 0 ? reps : usual;
    }

    int warm() {
        return warmRuns >= 0 ? warmRuns : WARM;
    }

    Path file(String size) {
        return data.resolve(size + ".bim");
    }
}
