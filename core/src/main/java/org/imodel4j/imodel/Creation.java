package org.imodel4j.imodel;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.imodel4j.id.Guid;
import org.imodel4j.imodel.create.NewFiles;
import org.imodel4j.imodel.create.NewIModelValues;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.Nullable;

/** Makes files out of what callers say about them. */
final class Creation {
    /** What a standalone iModel says that may be changed; native applications of iTwin.js look for this text. */
    static final String EDITABLE = "{ \"txns\": true }";

    private Creation() {}

    static NewFiles files(@Nullable Path cacheDir) {
        return new NewFiles(SqliteDrivers.best(), cacheDir, Clock.systemUTC());
    }

    /** @param standaloneEdit as {@link NewIModelValues} has it */
    static void iModel(Path file, CreateIModelProps props, @Nullable String standaloneEdit, @Nullable Path cacheDir) {
        String description = props.rootSubject().description();
        files(cacheDir)
                .createIModel(
                        file,
                        new NewIModelValues(
                                props.iModelId() == null ? Guid.random(new SecureRandom()) : props.iModelId(),
                                props.rootSubject().name(),
                                description == null ? "" : description,
                                props.client(),
                                StoredLocation.extents(props.projectExtents()),
                                StoredLocation.units(props),
                                standaloneEdit));
    }
}
