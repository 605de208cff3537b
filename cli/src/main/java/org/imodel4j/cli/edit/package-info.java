/** {@code imodel edit}: changes to an iModel, one a line. */
@NullMarked
package org.imodel4j.cli.edit;

import org.jspecify.annotations.NullMarked;
