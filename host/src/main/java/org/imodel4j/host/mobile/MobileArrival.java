package org.imodel4j.host.mobile;

import org.imodel4j.host.ipc.IpcClose;

/** What became of frames that arrived from a page. */
sealed interface MobileArrival {
    /** A request that can be read. */
    record Whole(MobileRequest request) implements MobileArrival {}

    /**
     * A request of which enough can be read to answer it and to go on after it.
     *
     * @param parameters what stands for them, whether it can be read or not
     */
    record Flawed(String id, String interfaceName, String parameters, String problem) implements MobileArrival {}

    /** Something after which nothing can be understood any longer. */
    record Breach(IpcClose reason) implements MobileArrival {}
}
