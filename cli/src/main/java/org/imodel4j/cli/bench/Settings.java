package org.imodel4j.cli.bench;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a workload is run.
 *
 * @param data the directory of the data sets
 * @param reps measured runs; 0 leaves it to the workload
 * @param warmRuns unmeasured runs before them; negative leaves it to the workload
 * @param url of the websocket of the server that is measured; null for one of ours
 * @param pid of that server's process; 0 when it is not known
 */
record Settings(Path data, int reps, int warmRuns, @Nullable URI url, long pid) {
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
