package org.imodel4j.ecsql.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.parse.Query;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.ResolvedFrom;
import org.imodel4j.ecsql.resolve.ResolvedQuery;
import org.imodel4j.ecsql.resolve.Source;
import org.imodel4j.ecsql.resolve.ValueType;
import org.jspecify.annotations.Nullable;

/** Which instances an UPDATE or DELETE means: the WHERE clause and the filter on their class. */
final class WriteCondition {
    private static final String INSTANCE_ID = "ECInstanceId";
    private static final int MAX_LISTED_CLASSES = 100;

    private final ECSchemas schemas;
    private final ClassFilterCost cost;
    private final Source.OfClass target;
    private final @Nullable ResolvedExpression where;
    private final Set<String> paths = new LinkedHashSet<>();

    WriteCondition(ECSchemas schemas, ClassFilterCost cost, Source.OfClass target, @Nullable ResolvedExpression where) {
        this.schemas = schemas;
        this.cost = cost;
        this.target = target;
        this.where = where;
        if (where != null) {
            Context context = new Context(schemas, cost);
            new WriteValues(context).scalar(where);
            paths.addAll(context.paths(target));
        }
    }

    /** Whether rows of one table tell by themselves if they are meant. */
    boolean isOf(Table table) {
        TargetColumns columns = new TargetColumns(schemas, target, table, "");
        return paths.stream().allMatch(columns::has);
    }

    /** The WHERE clause for a statement that changes the table of {@code columns}; empty when all rows are meant. */
    String where(WriteValues values, TargetColumns columns) {
        String filter = filter(columns);
        String own = where == null ? "" : values.scalar(where);
        return clause(filter, own);
    }

    private static String clause(String filter, String own) {
        if (filter.isEmpty()) {
            return own.isEmpty() ? "" : " WHERE " + own;
        }
        return " WHERE " + (own.isEmpty() ? filter : filter + " AND (" + own + ')');
    }

    private String filter(TargetColumns columns) {
        Table table = columns.table();
        long classId = target.ecClass().id();
        if (table.classIdColumn() == null || !target.filtered()) {
            return "";
        }
        String column = columns.classId(table.classIdColumn());
        if (!target.subclasses()) {
            return column + '=' + classId;
        }
        Long root = table.exclusiveRootClassId();
        if (root != null && schemas.isSubclass(root, classId)) {
            return "";
        }
        long[] ids = schemas.subclasses(classId);
        return column + " IN ("
                + (ids.length > MAX_LISTED_CLASSES
                        ? "SELECT ClassId FROM [main].ec_cache_ClassHierarchy WHERE BaseClassId=" + classId
                        : Sql.list(ids))
                + ')';
    }

    /**
     * A statement that finds the ids of all that are meant.
     *
     * @param typed see {@link SharedColumns}
     */
    WriteTranslation.Step ids(boolean typed) {
        Context context = new Context(schemas, cost);
        Set<String> needed = new LinkedHashSet<>(paths);
        needed.add(INSTANCE_ID);
        ClassView.Inline inline = context.views()
                .tryInline(
                        new ClassView.Request(
                                target.ecClass(), target.subclasses(), true, target.filtered(), needed, Set.of()),
                        TableNames.of(bare(context.alias(target))));
        if (inline == null || where == null) {
            Translation query = QueryTranslator.translate(schemas, cost, query());
            return new WriteTranslation.Step(query.sql(), query.parameters(), false);
        }
        ClassMap map = schemas.mapOf(target.ecClass());
        SharedColumns shared = new SharedColumns(schemas, target.ecClass());
        context.setTarget(target, path -> {
            String sql = inline.columns().getOrDefault(path, "NULL");
            Column column = map.tryColumn(path);
            return typed && column != null ? shared.typed(column, sql) : sql;
        });
        WriteValues values = new WriteValues(context);
        String sql = values.write(() -> "SELECT " + inline.columns().get(INSTANCE_ID) + " FROM " + inline.from()
                + (inline.condition().isEmpty() ? "" : " ON " + inline.condition())
                + clause(inline.filter(), values.scalar(where)));
        return new WriteTranslation.Step(sql, context.slots(), false);
    }

    private static String bare(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("]]", "]");
    }

    private ResolvedQuery query() {
        Output output = new Output(INSTANCE_ID, INSTANCE_ID, "", false, ValueType.ID);
        List<@Nullable String> aliases = new ArrayList<>();
        aliases.add(null);
        return new ResolvedQuery.Select(
                List.of(output),
                Query.Quantifier.NONE,
                List.of(new ResolvedExpression.Property(ValueType.ID, target, INSTANCE_ID, output)),
                aliases,
                List.of(new ResolvedFrom.Table(target)),
                Map.of(),
                where,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }
}
