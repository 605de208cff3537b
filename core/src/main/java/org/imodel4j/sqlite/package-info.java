/** SQLite behind a small driver interface; the only package that knows a driver. */
@NullMarked
package org.imodel4j.sqlite;

import org.jspecify.annotations.NullMarked;
