package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.imodel4j.ecsql.parse.Option;
import org.jspecify.annotations.Nullable;

/** The names that an expression may use: sources of its own query, then those of the queries around it. */
final class NameScope {
    private final @Nullable NameScope outer;
    private final Blocks blocks;
    private final List<Option> options;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, ValueType> aliases = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> requiredProperties = new LinkedHashMap<>();
    private boolean hiddenFromSubqueries;

    NameScope(@Nullable NameScope outer, Blocks blocks, List<Option> options) {
        this.outer = outer;
        this.blocks = blocks;
        this.options = options;
    }

    /** The blocks of WITH that are known at one place; inner ones hide outer ones. */
    record Blocks(@Nullable Blocks outer, String name, boolean named, List<Output> outputs) {
        static final Blocks NONE = new Blocks(null, "", false, List.of());

        @Nullable
        Blocks find(String wanted) {
            for (Blocks block = this; block != null; block = block.outer) {
                if (!block.name.isEmpty() && block.name.equalsIgnoreCase(wanted)) {
                    return block;
                }
            }
            return null;
        }
    }

    /** A scope for a subquery in FROM: it sees the queries around this one and the options of this one. */
    NameScope forSubquery() {
        return new NameScope(outer, blocks, options);
    }

    /** The scope around this one whose names this one may use. */
    @Nullable
    NameScope outer() {
        return outer == null || outer.hiddenFromSubqueries ? null : outer;
    }

    /** Subqueries in a statement that writes do not see the class that it writes; observed at the reference. */
    NameScope hiddenFromSubqueries() {
        hiddenFromSubqueries = true;
        return this;
    }

    Blocks blocks() {
        return blocks;
    }

    List<Source> sources() {
        return sources;
    }

    void add(Source source) {
        for (Source other : sources) {
            if (!source.alias().isEmpty() && other.alias().equalsIgnoreCase(source.alias())) {
                throw ECSqlFailure.of("Duplicate class name / alias '" + source.alias() + "' in FROM or JOIN clause");
            }
        }
        sources.add(source);
    }

    /** The relationship of JOIN USING, which may share its name with another one. */
    void addLink(Source source) {
        sources.add(source);
    }

    void addAlias(String alias, ValueType type) {
        aliases.putIfAbsent(alias.toLowerCase(Locale.ROOT), type);
    }

    @Nullable
    ValueType aliasType(String alias) {
        return aliases.get(alias.toLowerCase(Locale.ROOT));
    }

    /** An option of the statement or of a query around this one; null when it is absent. */
    @Nullable
    Option option(String name) {
        for (NameScope scope = this; scope != null; scope = scope.outer) {
            for (Option option : scope.options) {
                if (option.name().equalsIgnoreCase(name)) {
                    return option;
                }
            }
        }
        return null;
    }

    boolean isOn(String name) {
        Option option = option(name);
        return option != null && !"false".equalsIgnoreCase(option.value()) && !"0".equals(option.value());
    }

    void require(Source source, String property) {
        requiredProperties
                .computeIfAbsent(source.id(), absent -> new TreeSet<>())
                .add(property);
    }

    Map<Integer, Set<String>> requiredProperties() {
        return requiredProperties;
    }
}
