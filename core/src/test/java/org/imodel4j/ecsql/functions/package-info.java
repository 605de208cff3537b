/** Tests of the functions of ECSQL with the results that the reference gave. */
@NullMarked
package org.imodel4j.ecsql.functions;

import org.jspecify.annotations.NullMarked;
