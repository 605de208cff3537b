package org.imodel4j.ecsql.run;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The values for the parameters of one run, by position from 1 or by name without regard to case. Immutable. */
public final class QueryArguments {
    public static final QueryArguments NONE = new QueryArguments(Map.of(), Map.of());

    private final Map<Integer, QueryArgument> byIndex;
    private final Map<String, QueryArgument> byName;

    private QueryArguments(Map<Integer, QueryArgument> byIndex, Map<String, QueryArgument> byName) {
        this.byIndex = Collections.unmodifiableMap(new HashMap<>(byIndex));
        this.byName = Collections.unmodifiableMap(new HashMap<>(byName));
    }

    /** In the order of the parameters. */
    public static QueryArguments of(QueryArgument... values) {
        Builder builder = builder();
        for (int i = 0; i < values.length; i++) {
            builder.set(i + 1, values[i]);
        }
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the {@code args} of a query request: <code>{"name or index": {"type": n, "value": …}}</code>.
     *
     * @throws org.imodel4j.error.IModelException for values that do not fit their type
     */
    public static QueryArguments fromJson(JsonObject args) {
        return WireArguments.read(args);
    }

    public boolean isEmpty() {
        return byIndex.isEmpty() && byName.isEmpty();
    }

    /** Positions that have a value. */
    Iterable<Integer> indexes() {
        return byIndex.keySet();
    }

    /** Names that have a value, in lower case. */
    Iterable<String> names() {
        return byName.keySet();
    }

    /** The value for a parameter, null when it has none. */
    @Nullable
    QueryArgument find(int index, @Nullable String name) {
        QueryArgument named = name == null ? null : byName.get(name.toLowerCase(Locale.ROOT));
        return named == null ? byIndex.get(index) : named;
    }

    /** Collects values. */
    public static final class Builder {
        private final Map<Integer, QueryArgument> byIndex = new HashMap<>();
        private final Map<String, QueryArgument> byName = new HashMap<>();

        private Builder() {}

        /** @param index from 1 */
        public Builder set(int index, QueryArgument value) {
            byIndex.put(index, value);
            return this;
        }

        public Builder set(String name, QueryArgument value) {
            byName.put(name.toLowerCase(Locale.ROOT), value);
            return this;
        }

        public QueryArguments build() {
            return new QueryArguments(byIndex, byName);
        }
    }
}
