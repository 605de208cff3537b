package org.imodel4j.imodel.create;

import org.imodel4j.id.Guid;
import org.jspecify.annotations.Nullable;

/**
 * What tells one new iModel from another.
 *
 * @param rootSubject the name of element 0x1
 * @param description of element 0x1, may be empty
 * @param client whoever makes the file, may be empty
 * @param extents JSON of the project extents as it is stored
 * @param units JSON of origin and location as it is stored
 * @param standaloneEdit null for a snapshot; else the file is a standalone iModel, and this the text that allows editing, empty for not
 */
public record NewIModelValues(
        Guid id,
        String rootSubject,
        String description,
        String client,
        String extents,
        String units,
        @Nullable String standaloneEdit) {}
