/** Tests of opening files and of what is known of them. */
@NullMarked
package org.imodel4j.imodel;

import org.jspecify.annotations.NullMarked;
