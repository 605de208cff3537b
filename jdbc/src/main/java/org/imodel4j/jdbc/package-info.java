/** The JDBC driver {@code jdbc:imodel:<file>}: ECSQL over the interfaces of {@code java.sql}, for reading. */
@NullMarked
package org.imodel4j.jdbc;

import org.jspecify.annotations.NullMarked;
