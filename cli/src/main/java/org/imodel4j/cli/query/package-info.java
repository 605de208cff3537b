/** What is asked of a file: the open file itself, the values of parameters, how a query will run. */
@NullMarked
package org.imodel4j.cli.query;

import org.jspecify.annotations.NullMarked;
