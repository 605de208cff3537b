/** XML from outside: read into a tree with places, within bounds, without DTDs. */
@NullMarked
package org.imodel4j.xml;

import org.jspecify.annotations.NullMarked;
