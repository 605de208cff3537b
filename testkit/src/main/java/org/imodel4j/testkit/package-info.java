/** What tests of imodel4j, and tests of applications that use it, share: sample iModels and contract tests. */
@NullMarked
package org.imodel4j.testkit;

import org.jspecify.annotations.NullMarked;
