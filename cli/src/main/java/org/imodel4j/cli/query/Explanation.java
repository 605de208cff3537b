package org.imodel4j.cli.query;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ecsql.run.ColumnInfo;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.PlanStep;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;

/**
 * What becomes of an ECSQL statement.
 *
 * @param sql what SQLite runs; empty for PRAGMA
 * @param plan how it runs that
 * @param columns what comes out
 */
public record Explanation(String ecsql, String sql, List<PlanStep> plan, List<ColumnInfo> columns) {
    public Explanation {
        plan = List.copyOf(plan);
        columns = List.copyOf(columns);
    }

    public static Explanation of(ReadConnection connection, CompiledQuery query) {
        return new Explanation(query.ecsql(), query.sql(), connection.plan(query), query.columns());
    }

    /** For people: the SQL, the plan as a tree, a line for each column. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("SQLite:");
        lines.add("  " + (sql.isEmpty() ? "(none: the rows follow from the file)" : sql));
        lines.add("Plan:");
        addSteps(0, "  ", lines);
        lines.add("Columns:");
        for (ColumnInfo column : columns) {
            lines.add("  " + line(column));
        }
        return lines;
    }

    private void addSteps(int parent, String indent, List<String> lines) {
        List<PlanStep> steps =
                plan.stream().filter(step -> step.parent() == parent).toList();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            PlanStep step = steps.get(i);
            lines.add(indent + (last ? "`-- " : "|-- ") + step.detail());
            if (step.id() != parent) {
                addSteps(step.id(), indent + (last ? "    " : "|   "), lines);
            }
        }
    }

    private static String line(ColumnInfo column) {
        StringBuilder line = new StringBuilder(column.jsonName()).append(": ").append(column.typeName());
        if (column.extendedType() != null) {
            line.append(' ').append(column.extendedType());
        }
        if (!column.className().isEmpty()) {
            line.append(", ").append(column.accessString()).append(" of ").append(column.className());
        } else if (!column.generated()) {
            line.append(", ").append(column.accessString());
        }
        return line.toString();
    }

    /** For programs: {@code {ecsql, sql, plan: [{id, parent, detail}], columns}}, the columns as query responses have them. */
    public JsonObject toJson() {
        List<JsonValue> steps = new ArrayList<>();
        for (PlanStep step : plan) {
            steps.add(JsonObject.builder()
                    .put("id", step.id())
                    .put("parent", step.parent())
                    .put("detail", step.detail())
                    .build());
        }
        JsonWriter meta = new JsonWriter();
        meta.beginArray();
        columns.forEach(column -> column.writeMeta(meta));
        meta.endArray();
        return JsonObject.builder()
                .put("ecsql", ecsql)
                .put("sql", sql)
                .put("plan", new JsonArray(steps))
                .put("columns", Json.parse(meta.bytes()))
                .build();
    }
}
