/**
 * iModelJson, the JSON form of geometry: one object with one member whose name tells the kind, such as {@code {"box": {…}}}.
 * Angles in it are degrees, lengths metres. It stands in the {@code geom} of elements and parts.
 */
@NullMarked
package org.imodel4j.imodeljson;

import org.jspecify.annotations.NullMarked;
