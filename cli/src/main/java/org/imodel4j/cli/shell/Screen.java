package org.imodel4j.cli.shell;

import java.io.OutputStream;
import java.util.List;

/** Where a session prints. */
interface Screen {
    /** Where the results of one statement go, until it is closed. A failed write means that nobody wants the rest. */
    OutputStream results();

    /** A remark that is no result. */
    void say(String line);

    /** What is wrong, as lines for people: the place in the statement, then the message. */
    void fail(List<String> lines, String oneLine);
}
