package org.imodel4j.ecsql.parse;

/** One key of ORDER BY; the key may be a {@link Predicate}. */
public record SortItem(int offset, Expression key, Order order, Nulls nulls) implements Node {
    public enum Order {
        DEFAULT,
        ASC,
        DESC
    }

    public enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }
}
