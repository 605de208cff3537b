package org.imodel4j.imodel;

import java.util.List;
import org.imodel4j.ec.map.FileRules;
import org.imodel4j.error.IModelException;
import org.imodel4j.sqlite.SqliteDatabase;

/**
 * What a file is behind this program with.
 *
 * @param schemas names of the system schemas of which the file has an older version, or none where it has to have one
 */
record FileBacklog(ProfileVersions profiles, IModelKind kind, List<String> schemas) {
    FileBacklog {
        schemas = List.copyOf(schemas);
    }

    /** @throws IModelException as {@link ProfileVersions#checkUpgradable} */
    static FileBacklog of(SqliteDatabase database) {
        FileFacts facts = FileFacts.read(database, false);
        if (facts.isIModel()) {
            facts = FileFacts.read(database, true);
        }
        facts.profiles().checkUpgradable();
        return new FileBacklog(
                facts.profiles(), facts.kind(), SystemSchemaUpgrade.outdated(database, facts.isIModel()));
    }

    boolean isEmpty() {
        return schemas.isEmpty() && !profiles.isOutdated();
    }

    FileRules rules() {
        return kind == IModelKind.ECDB ? FileRules.ECDB : FileRules.IMODEL;
    }
}
