package org.imodel4j.cli.bench;

import org.imodel4j.json.JsonObject;

/** Something that is measured, alone in its process. */
interface Workload {
    /** @return the line that is printed */
    JsonObject run(String name, Settings settings);
}
