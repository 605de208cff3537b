package org.imodel4j.socket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** A stream that goes on reading after a time-out, and tells of each and of all that comes. */
final class PatientStream extends FilterInputStream {
    private final Quiet quiet;
    private final Runnable heard;

    /** What is done when nothing comes; may end the reading with an exception. */
    @FunctionalInterface
    interface Quiet {
        void passed() throws IOException;
    }

    PatientStream(InputStream in, Quiet quiet, Runnable heard) {
        super(in);
        this.quiet = quiet;
        this.heard = heard;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        while (true) {
            try {
                int read = in.read(bytes, from, count);
                heard.run();
                return read;
            } catch (SocketTimeoutException e) {
                quiet.passed();
            }
        }
    }
}
