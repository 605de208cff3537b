/** Snappy compression as iModels have it for blobs: raw blocks in pieces. */
@NullMarked
package org.imodel4j.snappy;

import org.jspecify.annotations.NullMarked;
