package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imodel4j.ecsql.translate.Translation;
import org.imodel4j.ecsql.translate.WriteTranslation;

/** An INSERT, UPDATE or DELETE that is ready to run. Belongs to no connection; immutable, and safe for use by several threads. */
public final class CompiledWrite {
    private final String ecsql;
    private final WriteTranslation translation;
    private final List<ParameterInfo> parameters;

    CompiledWrite(String ecsql, WriteTranslation translation) {
        this.ecsql = ecsql;
        this.translation = translation;
        TreeMap<Integer, ParameterInfo> byIndex = new TreeMap<>();
        for (WriteTranslation.Step step : steps()) {
            step.slots().forEach(slot -> byIndex.putIfAbsent(slot.index(), info(slot)));
        }
        if (translation.insert() instanceof WriteTranslation.InstanceId.Given given) {
            byIndex.putIfAbsent(given.slot().index(), info(given.slot()));
        }
        translation.unused().forEach(slot -> byIndex.putIfAbsent(slot.index(), info(slot)));
        this.parameters = List.copyOf(byIndex.values());
    }

    private static ParameterInfo info(Translation.Slot slot) {
        return new ParameterInfo(slot.index(), slot.name(), slot.type(), slot.idSet());
    }

    /** The text it was compiled from. */
    public String ecsql() {
        return ecsql;
    }

    /** Whether it makes an instance. */
    public boolean isInsert() {
        return translation.insert() != null;
    }

    /** The parameters in the order of their positions; a name that is used twice is one parameter. */
    public List<ParameterInfo> parameters() {
        return parameters;
    }

    /** The SQL that runs, one statement for each table, for people who want to see it. */
    public List<String> sql() {
        return steps().stream().map(WriteTranslation.Step::sql).collect(Collectors.toUnmodifiableList());
    }

    WriteTranslation translation() {
        return translation;
    }

    /** All SQL statements in the order in which they run. */
    List<WriteTranslation.Step> steps() {
        List<WriteTranslation.Step> steps = new ArrayList<>();
        if (translation.ids() != null) {
            steps.add(translation.ids());
        }
        steps.addAll(translation.steps());
        return steps;
    }
}
