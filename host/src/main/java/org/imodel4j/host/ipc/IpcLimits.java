package org.imodel4j.host.ipc;

import java.time.Duration;

/**
 * What one frontend may ask of the backend.
 *
 * @param textBytes largest text frame
 * @param binaryBytes all binary frames of one message together
 * @param binaryParts most binary frames of one message
 * @param jsonDepth deepest nesting of a message
 * @param openInvokes calls that may wait for their answers; a further one is answered with an error
 * @param heldMessages messages that may wait for an earlier one
 * @param gapTime how long they may wait for it
 * @param unreadBytes what may wait for the frontend to read it; a frontend that lets more pile up is cut off
 */
public record IpcLimits(
        int textBytes,
        int binaryBytes,
        int binaryParts,
        int jsonDepth,
        int openInvokes,
        int heldMessages,
        Duration gapTime,
        long unreadBytes) {
    /**
     * 10 MB of text, which is 5 MB of arguments as RPC over HTTP allows and their escapes; 64 MB in at most 1000 binary frames; 1000 calls;
     * 100 messages for 30 seconds; 256 MB.
     */
    public static final IpcLimits DEFAULT =
            new IpcLimits(10 << 20, 64 << 20, 1000, 100, 1000, 100, Duration.ofSeconds(30), 256L << 20);

    public IpcLimits withOpenInvokes(int value) {
        return new IpcLimits(textBytes, binaryBytes, binaryParts, jsonDepth, value, heldMessages, gapTime, unreadBytes);
    }

    public IpcLimits withUnreadBytes(long value) {
        return new IpcLimits(textBytes, binaryBytes, binaryParts, jsonDepth, openInvokes, heldMessages, gapTime, value);
    }
}
