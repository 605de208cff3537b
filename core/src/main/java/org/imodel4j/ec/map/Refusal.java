package org.imodel4j.ec.map;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The failure of an import, in the words in which iTwin.js reports it. */
final class Refusal {
    private Refusal() {}

    static IModelException of(String message) {
        return new IModelException(Status.BE_SQLITE_ERROR_SCHEMA_UPGRADE_FAILED, message);
    }

    /** For a class that can not be mapped: {@code Failed to map ECClass Schema:Class. …}. */
    static IModelException map(ClassNode node, String reason) {
        return of("Failed to map ECClass " + node.fullName() + ". " + reason);
    }

    static IModelException mapRelationship(ClassNode node, String reason) {
        return of("Failed to map ECRelationshipClass '" + node.fullName() + "'. " + reason);
    }
}
