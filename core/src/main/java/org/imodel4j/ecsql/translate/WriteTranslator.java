package org.imodel4j.ecsql.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.ResolvedWrite;
import org.imodel4j.ecsql.resolve.Source;
import org.imodel4j.ecsql.resolve.SystemProperty;
import org.jspecify.annotations.Nullable;

/** Writes INSERT, UPDATE and DELETE as SQL: one statement for each table that the instances of the class have columns in. */
public final class WriteTranslator {
    private final ECSchemas schemas;
    private final ClassFilterCost cost;
    private final Source.OfClass target;
    private final ClassMap map;
    private final List<Translation.Slot> unused = new ArrayList<>();
    private final List<WriteTranslation.ShortestArray> shortest = new ArrayList<>();

    /** One column and what goes into it. */
    private record Cell(Column column, ResolvedExpression value, int leaf, String leafName, int leaves) {}

    private WriteTranslator(ECSchemas schemas, ClassFilterCost cost, Source.OfClass target) {
        this.schemas = schemas;
        this.cost = cost;
        this.target = target;
        this.map = schemas.mapOf(target.ecClass());
    }

    /** @throws org.imodel4j.error.IModelException number 1 for what can be said in ECSQL and not be stored in one step */
    public static WriteTranslation translate(ECSchemas schemas, ClassFilterCost cost, ResolvedWrite write) {
        WriteTranslator translator = new WriteTranslator(schemas, cost, write.target());
        return switch (write) {
            case ResolvedWrite.Insert insert -> translator.insert(insert);
            case ResolvedWrite.Update update -> translator.update(update);
            case ResolvedWrite.Delete delete -> translator.delete(delete);
        };
    }

    private WriteTranslation insert(ResolvedWrite.Insert insert) {
        Map<Long, List<Cell>> cells = new LinkedHashMap<>();
        ResolvedExpression given = null;
        for (ResolvedWrite.Assigned assigned : insert.values()) {
            if (assigned.property().path().equals(SystemProperty.INSTANCE_ID.ecName())) {
                given = assigned.value();
            } else {
                addCells(cells, assigned);
            }
        }
        WriteTranslation.InstanceId id = instanceId(given);
        List<WriteTranslation.Step> steps = new ArrayList<>();
        for (Table table : map.tables()) {
            boolean computed = steps.isEmpty() && id instanceof WriteTranslation.InstanceId.Computed;
            steps.add(insert(table, cells.getOrDefault(table.id(), List.of()), computed ? given : null));
        }
        Table root = map.tables().get(0);
        String undo = "DELETE FROM " + name(root) + " WHERE " + Sql.name(root.primaryKey()) + "=?1";
        return new WriteTranslation(null, steps, id, steps.size() > 1 ? undo : null, unused, shortest);
    }

    private static WriteTranslation.InstanceId instanceId(@Nullable ResolvedExpression given) {
        if (given == null || WriteValues.isNull(given)) {
            return new WriteTranslation.InstanceId.Generated();
        }
        ResolvedExpression.Parameter parameter = WriteValues.tryParameter(given);
        return parameter == null
                ? new WriteTranslation.InstanceId.Computed()
                : new WriteTranslation.InstanceId.Given(slot(parameter));
    }

    private static Translation.Slot slot(ResolvedExpression.Parameter parameter) {
        return new Translation.Slot(
                parameter.index(), parameter.name(), "", parameter.type(), parameter.idProperty(), false);
    }

    private WriteTranslation.Step insert(Table table, List<Cell> cells, @Nullable ResolvedExpression computedId) {
        Context context = new Context(schemas, cost);
        WriteValues values = new WriteValues(context);
        StringBuilder columns = new StringBuilder(Sql.name(table.primaryKey()));
        if (table.classIdColumn() != null) {
            columns.append(',').append(Sql.name(table.classIdColumn()));
        }
        for (Cell cell : cells) {
            columns.append(',').append(Sql.name(cell.column().name()));
        }
        List<String> written = values.write(() -> {
            List<String> row = new ArrayList<>();
            if (computedId != null) {
                row.add(values.scalar(computedId));
            }
            for (Cell cell : cells) {
                row.add(values.leaf(cell.value(), cell.leaf(), cell.leafName(), cell.leaves()));
            }
            return row;
        });
        if (!context.paths(target).isEmpty()) {
            throw ECSqlFailure.of("A property is not allowed in the VALUES clause of the INSERT statement.");
        }
        StringBuilder row =
                new StringBuilder(computedId == null ? "?" + (context.slots().size() + 1) : written.get(0));
        if (table.classIdColumn() != null) {
            row.append(',').append(target.ecClass().id());
        }
        for (String value : written.subList(computedId == null ? 0 : 1, written.size())) {
            row.append(',').append(value);
        }
        String sql = "INSERT INTO " + name(table) + '(' + columns + ") VALUES(" + row + ')';
        return new WriteTranslation.Step(sql, context.slots(), computedId == null);
    }

    /** What has no column of its own is left out: the class of a navigation value, or at the end of a relationship, that is known anyway. */
    private void addCells(Map<Long, List<Cell>> cells, ResolvedWrite.Assigned assigned) {
        List<String> leaves = assigned.property().type().leaves();
        boolean stored = false;
        for (int i = 0; i < leaves.size(); i++) {
            Column column = map.tryColumn(path(assigned.property(), leaves.get(i)));
            if (column != null && !column.virtual() && map.tables().contains(column.table())) {
                stored = true;
                cells.computeIfAbsent(column.table().id(), absent -> new ArrayList<>())
                        .add(new Cell(column, assigned.value(), i, leaves.get(i), leaves.size()));
            }
        }
        ECProperty property = target.ecClass().tryProperty(assigned.property().path());
        ResolvedExpression.Parameter parameter = WriteValues.tryParameter(assigned.value());
        if (parameter != null && !stored) {
            unused.add(slot(parameter));
        }
        if (property != null && property.minOccurs() > 0 && parameter != null) {
            shortest.add(new WriteTranslation.ShortestArray(parameter.index(), property.minOccurs()));
        }
    }

    private WriteTranslation update(ResolvedWrite.Update update) {
        Map<Long, List<Cell>> cells = new LinkedHashMap<>();
        for (ResolvedWrite.Assigned assigned : update.assignments()) {
            requireOneTable(assigned);
            addCells(cells, assigned);
        }
        WriteCondition condition = new WriteCondition(schemas, cost, target, update.where());
        List<Table> tables = map.tables().stream()
                .filter(table -> cells.containsKey(table.id()))
                .collect(Collectors.toUnmodifiableList());
        boolean direct = update.where() == null || (tables.size() == 1 && condition.isOf(tables.get(0)));
        List<WriteTranslation.Step> steps = new ArrayList<>();
        for (Table table : tables) {
            steps.add(update(table, cells.getOrDefault(table.id(), List.of()), direct ? condition : null));
        }
        return new WriteTranslation(
                direct || steps.isEmpty() ? null : condition.ids(false), steps, null, null, unused, shortest);
    }

    /** @param condition null when the ids of the instances are known by then */
    private WriteTranslation.Step update(Table table, List<Cell> cells, @Nullable WriteCondition condition) {
        Context context = new Context(schemas, cost);
        WriteValues values = new WriteValues(context);
        TargetColumns columns = new TargetColumns(schemas, target, table, context.alias(target));
        context.setTarget(target, columns::column);
        String sql = values.write(() -> {
            StringBuilder set = new StringBuilder("UPDATE ")
                    .append(name(table))
                    .append(" AS ")
                    .append(context.alias(target))
                    .append(" SET ");
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                set.append(i == 0 ? "" : ",")
                        .append(Sql.name(cell.column().name()))
                        .append('=');
                set.append(
                        cell.value() instanceof ResolvedExpression.Property from
                                ? columns.stored(path(from, cell.leafName()))
                                : values.leaf(cell.value(), cell.leaf(), cell.leafName(), cell.leaves()));
            }
            return set + (condition == null ? "" : condition.where(values, columns));
        });
        return step(sql, columns, context, condition == null);
    }

    private WriteTranslation delete(ResolvedWrite.Delete delete) {
        Table root = map.tables().get(0);
        WriteCondition condition = new WriteCondition(schemas, cost, target, delete.where());
        boolean direct = condition.isOf(root);
        Context context = new Context(schemas, cost);
        WriteValues values = new WriteValues(context);
        TargetColumns columns = new TargetColumns(schemas, target, root, context.alias(target));
        context.setTarget(target, columns::column);
        // The rows in joined and overflow tables go with it, by their foreign keys.
        String from = "DELETE FROM " + name(root) + " AS " + context.alias(target);
        String sql = direct ? values.write(() -> from + condition.where(values, columns)) : from;
        List<WriteTranslation.Step> steps = List.of(step(sql, columns, context, !direct));
        return new WriteTranslation(direct ? null : condition.ids(true), steps, null, null, unused, shortest);
    }

    private static WriteTranslation.Step step(String sql, TargetColumns columns, Context context, boolean takesIds) {
        String byIds = " WHERE " + columns.primaryKey() + " IN (SELECT value FROM json_each(?"
                + (context.slots().size() + 1) + "))";
        return new WriteTranslation.Step(takesIds ? sql + byIds : sql, context.slots(), takesIds);
    }

    /** A value is computed from columns of the table that it goes to; the reference refuses all others. */
    private void requireOneTable(ResolvedWrite.Assigned assigned) {
        Context context = new Context(schemas, cost);
        WriteValues values = new WriteValues(context);
        List<String> leaves = assigned.property().type().leaves();
        for (int i = 0; i < leaves.size(); i++) {
            var unused = values.leaf(assigned.value(), i, leaves.get(i), leaves.size());
        }
        for (Table table : tables(assigned.property())) {
            for (Source.OfClass source : context.usedSources()) {
                requireIn(table, schemas.mapOf(source.ecClass()), context.paths(source));
            }
        }
    }

    private static void requireIn(Table table, ClassMap used, Collection<String> paths) {
        for (String path : paths) {
            Column column = used.tryColumn(path);
            if (column != null && !column.virtual() && used.tryColumn(path, table) == null) {
                throw ECSqlFailure.of(
                        "An expression in the SET clause refers to different tables. This is not yet supported.");
            }
        }
    }

    /** The tables that hold leaves of a property; in fact one at most. */
    private Set<Table> tables(ResolvedExpression.Property property) {
        Set<Table> tables = new LinkedHashSet<>();
        for (String leaf : property.type().leaves()) {
            Column column = map.tryColumn(path(property, leaf));
            if (column != null && !column.virtual()) {
                tables.add(column.table());
            }
        }
        return tables;
    }

    private static String path(ResolvedExpression.Property property, String leaf) {
        return leaf.isEmpty() ? property.path() : property.path() + '.' + leaf;
    }

    private static String name(Table table) {
        return "[main]." + Sql.name(table.name());
    }
}
