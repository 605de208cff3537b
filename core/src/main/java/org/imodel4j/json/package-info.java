/** JSON as the wire has it: a small immutable tree for documents, a writer of UTF-8 bytes for rows. */
@NullMarked
package org.imodel4j.json;

import org.jspecify.annotations.NullMarked;
