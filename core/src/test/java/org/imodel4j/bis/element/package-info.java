@NullMarked
package org.imodel4j.bis.element;

import org.jspecify.annotations.NullMarked;
