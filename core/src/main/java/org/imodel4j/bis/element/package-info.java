/**
 * What is to be inserted into an iModel, as values: elements, models, aspects and relationships with the members that their classes have, codes,
 * placements and references. They become the JSON that iTwin.js calls props; nothing here needs an open file but the names of code specs.
 */
@NullMarked
package org.imodel4j.bis.element;

import org.jspecify.annotations.NullMarked;
