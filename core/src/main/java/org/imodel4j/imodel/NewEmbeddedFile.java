package org.imodel4j.imodel;

import java.time.Instant;

/**
 * What is said of a file that is to be embedded.
 *
 * @param name unique among the embedded files, without regard to case of ASCII letters
 * @param extension without a dot; may be empty
 * @param lastModified stored in milliseconds
 * @param compressed whether it is stored compressed; pointless for files that are compressed already
 */
public record NewEmbeddedFile(String name, String extension, Instant lastModified, boolean compressed) {}
