package org.imodel4j.cli;

import java.io.IOException;

/** Nobody reads the results any more, as behind {@code | head}: the command ends quietly. */
final class OutputClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputClosed(IOException cause) {
        super(cause);
    }
}
