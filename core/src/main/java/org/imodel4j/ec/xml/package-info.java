/** ECXML, the text form of schemas: read with all that they refer to, checked by the rules of EC, and written. */
@NullMarked
package org.imodel4j.ec.xml;

import org.jspecify.annotations.NullMarked;
