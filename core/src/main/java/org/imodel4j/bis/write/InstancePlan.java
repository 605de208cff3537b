package org.imodel4j.bis.write;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** How the instances of a class that is no element are written: aspects, models and links. */
final class InstancePlan {
    private final ClassTables tables;
    private final Map<String, ValueSetter> setters = new HashMap<>();
    private final ValueRow row;
    private final int source;
    private final int target;
    private final int[] clearable;
    private final String table;

    private InstancePlan(ECClass ecClass, ECSchemas schemas) {
        this.tables = new ClassTables(schemas, ecClass, "");
        PropertySetters all = new PropertySetters(schemas, tables);
        for (ECProperty property : ecClass.properties()) {
            ValueSetter setter = all.of(property);
            if (setter != null) {
                setters.put(property.name().toLowerCase(Locale.ROOT), setter);
            }
        }
        this.row = tables.newRow();
        this.source = tables.column("SourceECInstanceId");
        this.target = tables.column("TargetECInstanceId");
        this.clearable = tables.columnsOtherThan(
                source, target, tables.column("Element.Id"), tables.column("Element.RelECClassId"));
        this.table = tables.rootTable();
    }

    /** @throws org.imodel4j.error.IModelException WRITE_ERROR for a class without instances of its own */
    static InstancePlan of(ECClass ecClass, ECSchemas schemas) {
        return new InstancePlan(ecClass, schemas);
    }

    ClassTables tables() {
        return tables;
    }

    ECClass ecClass() {
        return tables.ecClass();
    }

    /** The row for the next instance, without values. */
    ValueRow row() {
        row.clear();
        return row;
    }

    @Nullable
    ValueSetter setter(String member) {
        return setters.get(member.toLowerCase(Locale.ROOT));
    }

    /** Puts the members of props into the row; answers the name of the first that does not fit its property, null when all do. */
    @Nullable
    String take(JsonObject props, ValueRow to) {
        String unfit = null;
        for (Map.Entry<String, JsonValue> member : props.members().entrySet()) {
            ValueSetter setter = setter(member.getKey());
            if (setter != null && !setter.set(member.getValue(), to) && unfit == null) {
                unfit = member.getKey();
            }
        }
        return unfit;
    }

    /** Makes the columns of all properties NULL that are not set; the ends of links and the element of an aspect are none of them. */
    void clearOthers(ValueRow of) {
        for (int column : clearable) {
            if (!of.isSet(column)) {
                of.setNull(column);
            }
        }
    }

    /** Whether props have a property of the class. */
    boolean hasAny(JsonObject props) {
        return props.members().keySet().stream().anyMatch(member -> setter(member) != null);
    }

    int source() {
        return source;
    }

    int target() {
        return target;
    }

    /** Inserts a link between two instances. */
    void link(long from, long to, EditContext context) {
        ValueRow ends = row();
        ends.setLong(source, from);
        ends.setLong(target, to);
        tables.insert(context.instanceIds().next(), ends, context.statements());
    }

    /** The ends of the links of this class that begin at an instance. */
    TreeSet<Long> targets(long from, EditContext context) {
        TreeSet<Long> found = new TreeSet<>();
        String sql = "SELECT " + tables.name(target) + " FROM " + table + whereSource();
        try (Lease lease = context.statements().acquire(sql)) {
            SqliteStatement links = lease.statement();
            links.bindLong(1, from);
            while (links.step()) {
                found.add(links.columnLong(0));
            }
        }
        return found;
    }

    /** Deletes the links of this class that begin at an instance. */
    void deleteFrom(long from, EditContext context) {
        context.run("DELETE FROM " + table + whereSource(), from);
    }

    /** Deletes the links of this class that end at an instance. */
    void deleteTo(long to, EditContext context) {
        context.run("DELETE FROM " + table + " WHERE " + tables.name(target) + "=?1" + ofClass(), to);
    }

    private String whereSource() {
        return " WHERE " + tables.name(source) + "=?1" + ofClass();
    }

    private String ofClass() {
        String classId = tables.rootClassIdColumn();
        return classId == null ? "" : " AND [" + classId + "]=" + ecClass().id();
    }
}
