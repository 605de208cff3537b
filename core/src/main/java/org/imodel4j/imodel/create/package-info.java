/** New files: the tables of the profiles, the schemas that every file begins with, and the elements that every iModel has. */
@NullMarked
package org.imodel4j.imodel.create;

import org.jspecify.annotations.NullMarked;
