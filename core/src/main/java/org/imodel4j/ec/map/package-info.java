/**
 * Import of schemas into a file: the rows that describe them, the tables and columns that their classes are stored in, and the
 * tables of SQLite themselves. Every choice, ids included, is the one that iTwin.js makes, because files that carry changes of schemas
 * between each other have to agree on them.
 */
@NullMarked
package org.imodel4j.ec.map;

import org.jspecify.annotations.NullMarked;
