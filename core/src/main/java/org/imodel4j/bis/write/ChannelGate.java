package org.imodel4j.bis.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** Lets those edits pass whose model lies in a channel that is allowed. What it found out holds until {@link #forget}. */
final class ChannelGate {
    /** The channel of all that stands below no root of another one. */
    static final String SHARED = "shared";

    static final String ROOT_ASPECT = "ChannelRootAspect";

    private static final long ROOT_SUBJECT = 1;

    /** Parents and models above an element; a longer chain is a circle. */
    private static final int DEEPEST = 10_000;

    private final EditContext context;
    private final Set<String> allowed = new HashSet<>(Set.of(SHARED));
    private final Map<Long, String> keys = new HashMap<>();
    private @Nullable Boolean hasRoots;
    private boolean sharedAllowed = true;

    ChannelGate(EditContext context) {
        this.context = context;
    }

    void allow(String key) {
        allowed.add(key);
        sharedAllowed = allowed.contains(SHARED);
    }

    void disallow(String key) {
        allowed.remove(key);
        sharedAllowed = allowed.contains(SHARED);
    }

    boolean isAllowed(String key) {
        return allowed.contains(key);
    }

    /** To be called when elements have moved, and roots have come or gone. */
    void forget() {
        keys.clear();
        hasRoots = null;
    }

    /** @throws IModelException NOT_ENABLED when the channel of the model is not allowed */
    void verify(long model) {
        if (isOpen()) {
            return;
        }
        String key = keys.get(model);
        if (key == null) {
            key = keyOf(model);
            keys.put(model, key);
        }
        if (!allowed.contains(key)) {
            throw new IModelException(Status.NOT_ENABLED, "The channel is not allowed")
                    .with("channel", key)
                    .with("model", Id64.toHex(model));
        }
    }

    /** As {@link #verify}, for the model of an element. */
    void verifyElement(long element) {
        if (!isOpen()) {
            verify(context.number("SELECT ModelId FROM bis_Element WHERE Id=?", element));
        }
    }

    /** Whether all edits pass: the usual case, which costs next to nothing. */
    private boolean isOpen() {
        return sharedAllowed && !hasRoots();
    }

    private boolean hasRoots() {
        if (hasRoots == null) {
            InstancePlan roots = tryRoots();
            hasRoots = roots != null
                    && context.number(
                                    "SELECT 1 FROM " + roots.tables().rootTable() + " WHERE ECClassId=? LIMIT 1",
                                    classId(roots))
                            != 0;
        }
        return hasRoots;
    }

    private static long classId(InstancePlan roots) {
        return roots.ecClass().id();
    }

    /** Null in iModels that are older than channels. */
    private @Nullable InstancePlan tryRoots() {
        ECClass root = context.schemas().tryClass("BisCore", ROOT_ASPECT);
        return root == null ? null : context.instancePlan(root);
    }

    /** @throws IModelException NOT_FOUND when there is no such element */
    String keyOf(long element) {
        InstancePlan roots = tryRoots();
        long id = element;
        for (int depth = 0; id != ROOT_SUBJECT; depth++) {
            String owner = roots == null ? null : tryOwner(id, roots);
            if (owner != null) {
                return owner;
            }
            if (depth > DEEPEST) {
                throw Refusal.of(Status.INVALID_PARENT, "The parents of the element go round", element);
            }
            id = above(id);
        }
        return SHARED;
    }

    private @Nullable String tryOwner(long element, InstancePlan roots) {
        ClassTables tables = roots.tables();
        return context.text(
                "SELECT IFNULL(" + tables.name(tables.column("Owner")) + ",'') FROM " + tables.rootTable()
                        + " WHERE ElementId=? AND ECClassId=" + classId(roots),
                element);
    }

    /** The parent, or the element that the model describes. */
    private long above(long element) {
        long above = context.number("SELECT IFNULL(ParentId,ModelId) FROM bis_Element WHERE Id=?", element);
        if (above == 0) {
            throw Refusal.of(Status.NOT_FOUND, "Element does not exist", element);
        }
        return above;
    }

    /** 0 when there is none. */
    long root(String key) {
        if (key.equals(SHARED)) {
            return ROOT_SUBJECT;
        }
        InstancePlan roots = tryRoots();
        if (roots == null) {
            return 0;
        }
        ClassTables tables = roots.tables();
        String sql = "SELECT ElementId FROM " + tables.rootTable() + " WHERE ECClassId=?1 AND "
                + tables.name(tables.column("Owner")) + "=?2";
        try (Lease lease = context.statements().acquire(sql)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, classId(roots));
            row.bindText(2, key);
            return row.step() ? row.columnLong(0) : 0;
        }
    }
}
