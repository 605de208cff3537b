/** BIS instances as the JSON of iTwin.js: elements, models, aspects, relationships, views. */
@NullMarked
package org.imodel4j.bis;

import org.jspecify.annotations.NullMarked;
