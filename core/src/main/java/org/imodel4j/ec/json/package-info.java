/** Schemas as the JSON that iTwin.js calls {@code SchemaProps}. */
@NullMarked
package org.imodel4j.ec.json;

import org.jspecify.annotations.NullMarked;
