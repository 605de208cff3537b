/** Makes sample iModels: office buildings whose every part has a reason, and a garden with one exhibit for each kind of geometry. */
@NullMarked
package org.imodel4j.cli.sample;

import org.jspecify.annotations.NullMarked;
