package org.imodel4j.imodel;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.id.Guid;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a new iModel is to be, as {@code CreateEmptySnapshotIModelProps} of iTwin.js says it.
 *
 * @param rootSubject its name must not be empty
 * @param client whoever makes the iModel; may be empty
 * @param iModelId null for a new one
 * @param projectExtents in metres
 * @param ecefLocation null when it is not known
 */
public record CreateIModelProps(
        RootSubject rootSubject,
        String client,
        @Nullable Guid iModelId,
        Range3d projectExtents,
        Point3d globalOrigin,
        @Nullable EcefLocation ecefLocation) {
    /** @throws IModelException BadArg for a root subject without a name */
    public CreateIModelProps {
        if (rootSubject.name().isEmpty()) {
            throw new IModelException(Status.BAD_ARG, "A new iModel needs a name for its root subject");
        }
    }

    /** An iModel of the usual extents, at an unknown place. */
    public static CreateIModelProps of(String rootSubjectName) {
        return new CreateIModelProps(
                new RootSubject(rootSubjectName, null), "", null, GeoLocation.DEFAULT_EXTENTS, Point3d.ZERO, null);
    }

    /**
     * Reads the JSON form of iTwin.js: {@code rootSubject}, {@code guid}, {@code client}, {@code projectExtents}, {@code globalOrigin},
     * {@code ecefLocation}.
     *
     * @throws IModelException BadArg without {@code rootSubject.name}, for an id that is none, and for a {@code geographicCoordinateSystem},
     *     which can not be computed with
     */
    public static CreateIModelProps fromJson(JsonObject json) {
        if (json.get("geographicCoordinateSystem") != null) {
            throw new IModelException(
                    Status.BAD_ARG,
                    "A geographic coordinate system can not be given to a new iModel: give ecefLocation");
        }
        JsonObject subject = json.object("rootSubject");
        String name = subject == null ? null : subject.text("name");
        if (subject == null || name == null) {
            throw new IModelException(Status.BAD_ARG, "rootSubject.name is missing");
        }
        String guid = json.text("guid");
        String client = json.text("client");
        JsonValue origin = json.get("globalOrigin");
        return new CreateIModelProps(
                new RootSubject(name, subject.text("description")),
                client == null ? "" : client,
                guid == null ? null : Guid.parse(guid),
                GeoLocation.extentsOf(json.get("projectExtents")),
                origin == null ? Point3d.ZERO : GeoLocation.point(origin),
                GeoLocation.ecefLocation(json.object("ecefLocation")));
    }

    public CreateIModelProps withDescription(String description) {
        return new CreateIModelProps(
                new RootSubject(rootSubject.name(), description),
                client,
                iModelId,
                projectExtents,
                globalOrigin,
                ecefLocation);
    }

    public CreateIModelProps withClient(String name) {
        return new CreateIModelProps(rootSubject, name, iModelId, projectExtents, globalOrigin, ecefLocation);
    }

    public CreateIModelProps withIModelId(Guid id) {
        return new CreateIModelProps(rootSubject, client, id, projectExtents, globalOrigin, ecefLocation);
    }

    public CreateIModelProps withProjectExtents(Range3d extents) {
        return new CreateIModelProps(rootSubject, client, iModelId, extents, globalOrigin, ecefLocation);
    }

    public CreateIModelProps withGlobalOrigin(Point3d origin) {
        return new CreateIModelProps(rootSubject, client, iModelId, projectExtents, origin, ecefLocation);
    }

    public CreateIModelProps withEcefLocation(EcefLocation location) {
        return new CreateIModelProps(rootSubject, client, iModelId, projectExtents, globalOrigin, location);
    }
}
