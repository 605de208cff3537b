/** An open iModel or ECDb file: its identity, its properties, its connections, and the doors to what it holds. */
@NullMarked
package org.imodel4j.imodel;

import org.jspecify.annotations.NullMarked;
