package org.imodel4j.cli.shell;

import org.imodel4j.cli.output.Layout;
import org.imodel4j.cli.output.Naming;

/** What dot commands change. Belongs to one session and its thread. */
final class Settings {
    Layout format;
    Naming valueFormat;
    boolean timer;
    boolean pager = true;

    Settings(Layout format, Naming valueFormat) {
        this.format = format;
        this.valueFormat = valueFormat;
    }
}
