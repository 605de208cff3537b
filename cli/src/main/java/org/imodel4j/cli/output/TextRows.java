package org.imodel4j.cli.output;

import java.io.IOException;
import java.util.List;

/** Where rows of text go. The names come first and once. */
interface TextRows {
    void names(List<String> names) throws IOException;

    void row(List<String> cells) throws IOException;

    /** After the last row. */
    void end() throws IOException;
}
