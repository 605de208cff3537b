package org.imodel4j.host.ipc;

/** How messages become frames. */
enum IpcDialect {
    /** Frontends of 2.x: a message is one text frame with its JSON; byte arrays are objects with a member for each byte. */
    PLAIN,
    /**
     * Frontends of 3.x and later: a text frame with a JSON array of the message's JSON as a string and the number of binary frames that follow.
     * Messages of each direction are numbered from 0.
     */
    FRAMED;

    /** The dialect of a first text frame; the two differ in their first character. */
    static IpcDialect of(byte[] utf8) {
        for (byte b : utf8) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{' ? PLAIN : FRAMED;
            }
        }
        return FRAMED;
    }
}
