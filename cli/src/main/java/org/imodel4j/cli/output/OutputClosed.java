package org.imodel4j.cli.output;

import java.io.IOException;

/** Nobody reads the results any more, as behind {@code | head}: the command ends quietly. */
public final class OutputClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutputClosed(IOException cause) {
        super(cause);
    }
}
