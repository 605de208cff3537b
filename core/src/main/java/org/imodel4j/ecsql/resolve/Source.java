package org.imodel4j.ecsql.resolve;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.jspecify.annotations.Nullable;

/** Something that stands in a FROM clause and gives rows. */
public sealed interface Source {
    /** Unique within the statement; two references to one class are two sources. */
    int id();

    /** The name that qualifies its columns: the alias, or the class name. */
    String alias();

    /** True when its rows have the ids that {@code $} needs. */
    default boolean hasInstances() {
        return switch (this) {
            case OfClass ofClass -> true;
            case OfQuery query -> has(query.outputs(), "ECInstanceId") && has(query.outputs(), "ECClassId");
            case OfBlock block -> has(block.outputs(), "ECInstanceId") && has(block.outputs(), "ECClassId");
            case OfFunction function -> false;
        };
    }

    private static boolean has(List<Output> outputs, String name) {
        return outputs.stream().anyMatch(output -> output.name().equals(name));
    }

    /**
     * A class.
     *
     * @param subclasses false for ONLY
     * @param plainTypeIndex false for {@code +ALL} and {@code +ONLY}, which keep SQLite off the index on the class id
     * @param filtered false with the option NoECClassIdFilter
     */
    record OfClass(int id, String alias, ECClass ecClass, boolean subclasses, boolean plainTypeIndex, boolean filtered)
            implements Source {}

    /** A query in parentheses, or the query of a view class; {@code viewOf} is that class. */
    record OfQuery(
            int id,
            String alias,
            ResolvedQuery query,
            List<Output> outputs,
            @Nullable ECClass viewOf) implements Source {
        public OfQuery {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * A block of WITH.
     *
     * @param block its name
     * @param named true when the block lists its columns
     */
    record OfBlock(int id, String alias, String block, boolean named, List<Output> outputs) implements Source {
        public OfBlock {
            outputs = List.copyOf(outputs);
        }
    }

    /** A table-valued function such as {@code json_each}. */
    record OfFunction(int id, String alias, TableFunction function, List<ResolvedExpression> arguments)
            implements Source {
        public OfFunction {
            arguments = List.copyOf(arguments);
        }
    }
}
