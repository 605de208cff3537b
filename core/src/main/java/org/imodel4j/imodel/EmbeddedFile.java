package org.imodel4j.imodel;

import java.time.Instant;

/**
 * What is known of one embedded file.
 *
 * @param name unique among the embedded files, without regard to case of ASCII letters
 * @param extension without a dot; may be empty
 * @param size in bytes, not compressed
 * @param lastModified in milliseconds; of the file that was embedded
 */
public record EmbeddedFile(long id, String name, String extension, long size, Instant lastModified) {}
