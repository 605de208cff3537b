/** ECXML, the text form of schemas: read, checked and written. */
@NullMarked
package org.imodel4j.ec.xml;

import org.jspecify.annotations.NullMarked;
