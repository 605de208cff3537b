package org.imodel4j.host.ipc;

/** What became of frames that arrived. */
sealed interface Arrival {
    /** Messages without a number are delivered as they come. */
    long UNNUMBERED = -1;

    /** A message that can be read. {@code bytes} is what it takes in memory. */
    record Whole(IpcMessage message, long sequence, long bytes) implements Arrival {}

    /** A message of which enough can be read to go on after it and, when it has a request number, to answer it. */
    record Flawed(long sequence, String channel, long request, String problem) implements Arrival {}

    /** Something after which nothing can be understood any longer. */
    record Breach(IpcClose reason) implements Arrival {}
}
