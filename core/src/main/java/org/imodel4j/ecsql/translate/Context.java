package org.imodel4j.ecsql.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.Source;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of one translation share: parameters, names of sources, and the columns that are used of each class.
 *
 * <p>A statement is written twice. The first time tells which columns are used, so that the second can write each class with just
 * these, wherever in the statement they are named.
 */
final class Context {
    private final ClassView views;
    private final ECSchemas schemas;
    private final List<Translation.Slot> slots = new ArrayList<>();
    private final Map<Translation.Slot, Integer> slotNumbers = new HashMap<>();
    private final Map<Integer, ResolvedExpression.Parameter> parameters = new HashMap<>();
    private final Map<Integer, String> aliases = new HashMap<>();
    private final Set<String> usedAliases = new HashSet<>();
    private final Map<Integer, Set<String>> paths = new HashMap<>();
    private final Map<Integer, ClassView.Inline> inlined = new HashMap<>();
    private final Map<Integer, UnaryOperator<String>> columnsOfTarget = new HashMap<>();
    private final Map<Integer, Source.OfClass> usedSources = new LinkedHashMap<>();
    private boolean collecting = true;

    Context(ECSchemas schemas, ClassFilterCost cost) {
        this.schemas = schemas;
        this.views = new ClassView(schemas, cost);
    }

    ECSchemas schemas() {
        return schemas;
    }

    ClassView views() {
        return views;
    }

    List<Translation.Slot> slots() {
        return slots;
    }

    /** Where a parameter stands for several places, the first of them says what it must be. */
    String parameter(ResolvedExpression.Parameter parameter, String leaf, boolean idSet) {
        ResolvedExpression.Parameter first = parameters.computeIfAbsent(parameter.index(), absent -> parameter);
        if (!first.type().leaves().equals(parameter.type().leaves())) {
            throw ECSqlFailure.of("Parameter '" + parameter.name()
                    + "' stands for values of different kinds: one is a point, struct or navigation value.");
        }
        Translation.Slot slot = new Translation.Slot(
                parameter.index(), parameter.name(), leaf, first.type(), first.idProperty(), idSet);
        Integer number = slotNumbers.get(slot);
        if (number == null) {
            slots.add(slot);
            number = slots.size();
            slotNumbers.put(slot, number);
        }
        return "?" + number;
    }

    /** True while it is being found out which columns are used; what is written then is thrown away. */
    boolean isCollecting() {
        return collecting;
    }

    void writeFromNowOn() {
        collecting = false;
    }

    /** The quoted name of a source in SQL, unique within the statement. */
    String alias(Source source) {
        return Sql.name(name(source));
    }

    private String name(Source source) {
        return aliases.computeIfAbsent(source.id(), absent -> {
            String base = source.alias().isEmpty() ? "q" : source.alias();
            String name = base;
            for (int i = 1; !usedAliases.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = base + '_' + i;
            }
            return name;
        });
    }

    /** The column of a leaf of a class, which from now on is part of what is read of that class. */
    String column(Source.OfClass source, String path) {
        if (collecting) {
            paths.computeIfAbsent(source.id(), absent -> new LinkedHashSet<>()).add(path);
            usedSources.put(source.id(), source);
        }
        UnaryOperator<String> ofTarget = columnsOfTarget.get(source.id());
        if (ofTarget != null) {
            return ofTarget.apply(path);
        }
        ClassView.Inline inline = inlined.get(source.id());
        String column = inline == null ? null : inline.columns().get(path);
        return column == null ? alias(source) + '.' + Sql.name(path) : column;
    }

    /** Says how the columns of the class are called that the statement changes; it stands in no FROM clause. */
    void setTarget(Source.OfClass target, UnaryOperator<String> columns) {
        columnsOfTarget.put(target.id(), columns);
    }

    /** The classes of which columns are used. */
    Collection<Source.OfClass> usedSources() {
        return usedSources.values();
    }

    /** Decides that a class is written without a query of its own, if it can be; all its columns are known by now. */
    void tryInline(Source.OfClass source, ClassView.Request request) {
        ClassView.Inline inline = views.tryInline(request, TableNames.of(name(source)));
        if (inline != null) {
            inlined.put(source.id(), inline);
        }
    }

    ClassView.@Nullable Inline inline(Source.OfClass source) {
        return inlined.get(source.id());
    }

    Collection<String> paths(Source.OfClass source) {
        return paths.getOrDefault(source.id(), Set.of());
    }
}
