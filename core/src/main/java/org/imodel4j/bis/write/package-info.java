/** Changing what an iModel holds: elements, models, aspects, relationships and code specs, by the rules of BIS. */
@NullMarked
package org.imodel4j.bis.write;

import org.jspecify.annotations.NullMarked;
