package org.imodel4j.ecsql.translate;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.ResolvedQuery;
import org.imodel4j.ecsql.resolve.Source;
import org.jspecify.annotations.Nullable;

/**
 * Knows which columns show an instance property, through any number of subqueries. Such a column has two forms in SQL: the value
 * that conditions compare, and beside it the JSON that rows show.
 */
final class InstanceColumns {
    private final Map<String, ResolvedQuery> blocks = new HashMap<>();
    private final Set<ResolvedQuery> arms = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Blocks are known by their names; one that hides another is the later one. */
    void add(ResolvedQuery.Block block) {
        if (block.columns().isEmpty()) {
            blocks.put(block.name().toLowerCase(Locale.ROOT), block.query());
        } else {
            blocks.remove(block.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The arms of a compound query have the columns that they all share, and no others. */
    void addArms(ResolvedQuery.Compound compound) {
        arms.add(compound.first());
        for (ResolvedQuery.Arm arm : compound.arms()) {
            arms.add(arm.query());
        }
    }

    boolean mayAddColumns(ResolvedQuery.Select select) {
        return !arms.contains(select);
    }

    /** The name of the JSON form of a column of a subquery. */
    static String name(int column) {
        return "K" + column + "_json";
    }

    boolean shows(ResolvedExpression value) {
        return switch (value) {
            case ResolvedExpression.InstanceProperty property -> true;
            case ResolvedExpression.ColumnOf column -> column.path().isEmpty() && shows(column);
            default -> false;
        };
    }

    private boolean shows(ResolvedExpression.ColumnOf column) {
        return switch (column.source()) {
            case Source.OfQuery query -> query.viewOf() == null && shows(query.query(), column.column());
            case Source.OfBlock block ->
                !block.named() && shows(blocks.get(block.block().toLowerCase(Locale.ROOT)), column.column());
            default -> false;
        };
    }

    private boolean shows(@Nullable ResolvedQuery query, int column) {
        return switch (query) {
            case null -> false;
            case ResolvedQuery.Select select ->
                mayAddColumns(select) && shows(select.items().get(column));
            case ResolvedQuery.With with -> shows(with.body(), column);
            case ResolvedQuery.Values values -> false;
            case ResolvedQuery.Compound compound -> false;
        };
    }
}
