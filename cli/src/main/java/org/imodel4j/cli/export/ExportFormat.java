package org.imodel4j.cli.export;

/** What {@code imodel export} writes. */
public enum ExportFormat {
    csv,
    jsonl,
    parquet
}
