package org.imodel4j.cli;

/** How {@code imodel query} lays rows out. */
enum Layout {
    table,
    csv,
    json,
    jsonl
}
