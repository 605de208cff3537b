package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.imodel4j.bis.geometry.GeometryLookup;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.LocalSequence;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.imodel4j.sqlite.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What all edits of one open file share: its connection and sequences, and what was looked up before. What is remembered of rows is forgotten
 * when a transaction ends, what is remembered of classes when the schemas change.
 */
final class EditContext implements WriteTransaction.Participant {
    private final WriteTransaction transaction;
    private final Supplier<ReadConnection> connection;
    private final LocalSequence elementIds;
    private final LocalSequence instanceIds;
    private final Random random;
    private final ChangedModels changedModels;
    private final ClassRegistry registry = new ClassRegistry();
    private final Map<Long, ModelFacts> models = new HashMap<>();
    private final Map<Long, Long> classes = new HashMap<>();
    private final ElementPlans plans = new ElementPlans(this);
    private final Map<Long, InstancePlan> instances = new HashMap<>();
    private final ChannelGate channels = new ChannelGate(this);
    private final StoredGeometry geometryLookup = new StoredGeometry(this);

    EditContext(
            WriteTransaction transaction,
            Supplier<ReadConnection> connection,
            LocalSequence elementIds,
            LocalSequence instanceIds,
            Random random,
            boolean tracksModels) {
        this.transaction = transaction;
        this.connection = connection;
        this.elementIds = elementIds;
        this.instanceIds = instanceIds;
        this.random = random;
        this.changedModels = new ChangedModels(this, tracksModels);
        transaction.join(changedModels);
        transaction.join(this);
    }

    ECSchemas schemas() {
        return connection.get().engine().schemas();
    }

    StatementCache statements() {
        return connection.get().statements();
    }

    ReadConnection connection() {
        return connection.get();
    }

    WriteTransaction transaction() {
        return transaction;
    }

    LocalSequence elementIds() {
        return elementIds;
    }

    LocalSequence instanceIds() {
        return instanceIds;
    }

    Random random() {
        return random;
    }

    ClassRegistry registry() {
        return registry;
    }

    ElementPlans plans() {
        return plans;
    }

    /** An empty draft; one of its own where callbacks may insert others of its class meanwhile. */
    ElementDraft draft(ElementPlan plan, boolean insert) {
        return registry.isEmpty() ? plan.draft(insert) : new ElementDraft(plan).begin(insert);
    }

    GeometryLookup geometryLookup() {
        return geometryLookup;
    }

    ChannelGate channels() {
        return channels;
    }

    ChangedModels changedModels() {
        return changedModels;
    }

    /** How instances of a class that is no element are written. */
    InstancePlan instancePlan(ECClass ecClass) {
        return instances.computeIfAbsent(ecClass.id(), absent -> InstancePlan.of(ecClass, schemas()));
    }

    /** Null when there is no such model. */
    @Nullable
    ModelFacts tryModel(long id) {
        ModelFacts known = models.get(id);
        if (known == null) {
            known = readModel(id);
            if (known != null) {
                models.put(id, known);
            }
        }
        return known;
    }

    private @Nullable ModelFacts readModel(long id) {
        ECSchemas schemas = schemas();
        long classId = number("SELECT ECClassId FROM bis_Model WHERE Id=?", id);
        ECClass ecClass = classId == 0 ? null : schemas.tryClassById(classId);
        if (ecClass == null) {
            return null;
        }
        Set<ModelFacts.Kind> kinds = ModelFacts.Kind.of(ecClass, schemas);
        boolean template = number("SELECT IsTemplate FROM bis_Model WHERE Id=?", id) != 0;
        Column column = schemas.mapOf(ecClass).tryColumn("IsNotSpatiallyLocated");
        boolean unlocated = column != null
                && !column.virtual()
                && number(
                                "SELECT [" + column.name() + "] FROM ["
                                        + column.table().name() + "] WHERE ["
                                        + column.table().primaryKey() + "]=?",
                                id)
                        != 0;
        return new ModelFacts(id, kinds, kinds.contains(ModelFacts.Kind.GEOMETRIC_MODEL_3D) && !template && !unlocated);
    }

    /** The class of an element, 0 when there is none. */
    long classOfElement(long id) {
        Long known = classes.get(id);
        if (known == null) {
            known = number("SELECT ECClassId FROM bis_Element WHERE Id=?", id);
            if (known != 0 && classes.size() < 10_000) {
                classes.put(id, known);
            }
        }
        return known;
    }

    /** Whether there is an element of that class of BisCore, or of one below it. */
    boolean isElement(long id, String bisClassName) {
        long classId = id == 0 ? 0 : classOfElement(id);
        ECClass base = classId == 0 ? null : schemas().tryClass("BisCore", bisClassName);
        return base != null && schemas().isSubclass(classId, base.id());
    }

    /** The first column of the first row for one id, 0 when there is none or it is NULL. */
    long number(String sql, long id) {
        try (Lease lease = statements().acquire(sql)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            return row.step() ? row.columnLong(0) : 0;
        }
    }

    /** As {@link #number} for text; null when there is none. */
    @Nullable
    String text(String sql, long id) {
        try (Lease lease = statements().acquire(sql)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            return row.step() ? row.columnText(0) : null;
        }
    }

    /** The first column of all rows for one id. */
    List<Long> ids(String sql, long id) {
        List<Long> found = new ArrayList<>();
        try (Lease lease = statements().acquire(sql)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            while (row.step()) {
                found.add(row.columnLong(0));
            }
        }
        return found;
    }

    /**
     * The id of a code spec that every iModel has.
     *
     * @throws IModelException NOT_FOUND when the file has lost it
     */
    long codeSpec(String name) {
        try (Lease lease = statements().acquire("SELECT Id FROM bis_CodeSpec WHERE Name=?")) {
            lease.statement().bindText(1, name);
            if (!lease.statement().step()) {
                throw new IModelException(Status.NOT_FOUND, "The code spec is missing").with("name", name);
            }
            return lease.statement().columnLong(0);
        }
    }

    /** Runs work that happens as a whole or, when it throws, not at all. */
    long atomically(LongSupplier work) {
        long[] result = new long[1];
        try {
            transaction.atomically(() -> result[0] = work.getAsLong());
        } catch (RuntimeException failure) {
            // What was taken back may be among what is remembered.
            afterEnd();
            throw failure;
        }
        return result[0];
    }

    /** Runs a statement with one id. */
    void run(String sql, long id) {
        try (Lease lease = statements().acquire(sql)) {
            lease.statement().bindLong(1, id);
            lease.statement().step();
        }
    }

    void modelChanged(long id) {
        models.remove(id);
    }

    void elementDeleted(long id) {
        classes.remove(id);
    }

    /** To be called after the schemas of the file have changed. */
    void schemasChanged() {
        plans.clear();
        instances.clear();
        afterEnd();
    }

    @Override
    public void beforeSave() {}

    @Override
    public void afterEnd() {
        models.clear();
        classes.clear();
        channels.forget();
        geometryLookup.forget();
    }
}
