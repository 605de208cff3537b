package org.imodel4j.bis.write;

import org.imodel4j.bis.element.NewRelationship;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Inserts, updates and deletes link relationships by their RelationshipProps, as {@code IModelDb.Relationships} of iTwin.js does: the ends are not
 * looked at, and what has no unique index may be there twice. Used by the owner of the file.
 */
public final class RelationshipEdits {
    private final EditContext context;

    RelationshipEdits(EditContext context) {
        this.context = context;
    }

    /**
     * Inserts a link.
     *
     * @param props with {@code classFullName}, {@code sourceId} and {@code targetId}
     * @return the id of the link
     * @throws IModelException number 1 for a class that has no links, BadArg for an abstract one, 2067 when a unique index has such a link already
     */
    public long insert(JsonObject props) {
        return insert(props, false);
    }

    /**
     * As {@link #insert(JsonObject)}.
     *
     * @param forceUseId the id in the props becomes that of the link
     * @throws IModelException also BadArg when the id is missing, WriteError when it is none or in use
     */
    public long insert(JsonObject props, boolean forceUseId) {
        context.transaction().begin();
        ECClass ecClass = linkClass(props);
        if (ecClass == null) {
            throw new IModelException(
                            Status.BE_SQLITE_ERROR,
                            "The class must be a relationship class below BisCore:ElementRefersToElements or"
                                    + " BisCore:ElementDrivesElement")
                    .with("class", String.valueOf(props.text("classFullName")));
        }
        requireConcrete(ecClass, "Failed to insert relationship. The relationship class is abstract");
        InstancePlan plan = context.instancePlan(ecClass);
        ValueRow row = plan.row();
        String unused = plan.take(props, row);
        setEnd(plan.source(), JsonMember.id(props.get("sourceId")), row);
        setEnd(plan.target(), JsonMember.id(props.get("targetId")), row);
        long id = InstanceId.take(props, forceUseId, context);
        try {
            plan.tables().insert(id, row, context.statements());
            context.instanceIds().raise(id);
        } catch (IModelException failure) {
            throw failed("Failed to insert relationship", InstanceId.explained(failure, id))
                    .with("class", ecClass.fullName());
        }
        return id;
    }

    /** As {@link #insert(JsonObject)} with the props of a typed link. */
    public long insert(NewRelationship relationship) {
        return insert(relationship.toProps());
    }

    private static void setEnd(int column, long id, ValueRow row) {
        if (id == 0) {
            row.setNull(column);
        } else {
            row.setLong(column, id);
        }
    }

    private static IModelException failed(String what, IModelException failure) {
        return new IModelException(failure.errorNumber(), failure.kind(), what, failure).with("reason", failure.text());
    }

    private static void requireConcrete(ECClass ecClass, String text) {
        if (ecClass.isAbstract()) {
            throw new IModelException(Status.BAD_ARG, text).with("class", ecClass.fullName());
        }
    }

    /** Null for classes whose instances are no links between elements. */
    private @Nullable ECClass linkClass(JsonObject props) {
        ECSchemas schemas = context.schemas();
        String name = props.text("classFullName");
        ECClass ecClass = name == null ? null : schemas.tryClass(name);
        for (String root :
                new String[] {"ElementRefersToElements", "ElementDrivesElement", "ModelSelectorRefersToModels"}) {
            ECClass base = schemas.tryClass("BisCore", root);
            if (ecClass != null && base != null && schemas.isSubclass(ecClass.id(), base.id())) {
                return ecClass;
            }
        }
        return null;
    }

    /**
     * Gives a link other properties: those that the props do not have become NULL; its ends stay. Without any property
     * nothing changes.
     *
     * @throws IModelException NotFound for a class that has no links, number 1 without an id
     */
    public void update(JsonObject props) {
        context.transaction().begin();
        ECClass ecClass = linkClass(props);
        if (ecClass == null) {
            throw new IModelException(Status.NOT_FOUND, "not found")
                    .with("class", String.valueOf(props.text("classFullName")));
        }
        requireConcrete(ecClass, "Failed to update relationship. The relationship class is abstract");
        InstancePlan plan = context.instancePlan(ecClass);
        if (!plan.hasAny(props)) {
            return;
        }
        ValueRow row = plan.row();
        String unused = plan.take(props, row);
        plan.clearOthers(row);
        long id = JsonMember.id(props.get("id"));
        if (id == 0) {
            throw error("error updating relationship");
        }
        plan.tables().update(id, row, context.statements());
    }

    private static IModelException error(String text) {
        return new IModelException(Status.BE_SQLITE_ERROR.number(), ErrorKind.USER, text, null);
    }

    /**
     * Deletes the link of an id and a class; one that is not there is no failure.
     *
     * @throws IModelException number 1 for a class that has no links
     */
    public void delete(JsonObject props) {
        context.transaction().begin();
        ECClass ecClass = linkClass(props);
        if (ecClass == null) {
            throw error("error deleting relationship").with("class", String.valueOf(props.text("classFullName")));
        }
        long id = JsonMember.id(props.get("id"));
        if (id != 0) {
            context.instancePlan(ecClass).tables().delete(id, context.statements());
        }
    }
}
