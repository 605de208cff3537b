package org.imodel4j.cli.output;

/** How {@code imodel query} lays rows out. */
public enum Layout {
    table,
    csv,
    json,
    jsonl
}
