/** Identifiers: 64-bit ids, GUIDs and sets of ids. */
@NullMarked
package org.imodel4j.id;

import org.jspecify.annotations.NullMarked;
