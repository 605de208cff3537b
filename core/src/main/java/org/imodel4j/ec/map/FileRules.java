package org.imodel4j.ec.map;

/** What two kinds of files demand of upgrades differently. */
public enum FileRules {
    /** A plain file: what breaks with the stored schema needs a higher read version. */
    ECDB,
    /** An iModel: nothing may break with a stored schema, unless it is dynamic. */
    IMODEL
}
