package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.translate.Translation;
import org.imodel4j.ecsql.translate.WriteTranslation;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteStatement;

/** Brings the arguments of a prepared statement that writes to the SQL parameters they go to, on whichever of its tables. */
final class WriteArguments {
    private final List<ParameterInfo> parameters;
    private final SqliteStatement[] statements;
    private final Target[][] targets;
    private final List<WriteTranslation.ShortestArray> shortest;
    private final int[] lengths;
    private final int idIndex;
    private boolean idIsMissing = true;

    /** @param binder has its fields ready, so that binding a number makes no object */
    private record Target(Translation.Slot slot, SqliteStatement statement, int at, SlotBinder binder) {
        Target(Translation.Slot slot, SqliteStatement statement, int at) {
            this(slot, statement, at, new SlotBinder(slot, statement, at));
        }

        boolean bind(QueryArgument argument) {
            if (slot.idSet()) {
                return Binder.bind(argument, slot, statement, at);
            }
            return binder.bind(hasNoValue(argument) ? QueryArgument.NULL : argument);
        }

        /** Where nothing says the class of a navigation value, none is stored. */
        private boolean hasNoValue(QueryArgument argument) {
            return argument instanceof QueryArgument.OfNavigation navigation
                    && slot.type() instanceof ValueType.Navigation
                    && navigation.relationshipClassId() == 0
                    && !slot.leaf().equals("Id");
        }
    }

    /** @param statements one for each step, in their order */
    WriteArguments(CompiledWrite write, List<SqliteStatement> statements) {
        this.parameters = write.parameters();
        this.statements = statements.toArray(new SqliteStatement[0]);
        this.shortest = write.translation().shortest();
        int most =
                parameters.isEmpty() ? 0 : parameters.get(parameters.size() - 1).index();
        this.lengths = new int[most + 1];
        List<List<Target>> found = new ArrayList<>();
        for (int i = 0; i <= most; i++) {
            found.add(new ArrayList<>());
        }
        for (int i = 0; i < this.statements.length; i++) {
            int at = 1;
            for (Translation.Slot slot : write.steps().get(i).slots()) {
                found.get(slot.index()).add(new Target(slot, this.statements[i], at++));
            }
        }
        if (write.translation().insert() instanceof WriteTranslation.InstanceId.Given given) {
            int at = write.translation().steps().get(0).idParameter();
            found.get(given.slot().index()).add(new Target(given.slot(), this.statements[0], at));
            this.idIndex = given.slot().index();
        } else {
            this.idIndex = 0;
        }
        this.targets = found.stream().map(list -> list.toArray(new Target[0])).toArray(Target[][]::new);
    }

    int index(String name) {
        for (ParameterInfo parameter : parameters) {
            if (name.equalsIgnoreCase(parameter.name())) {
                return parameter.index();
            }
        }
        throw ECSqlFailure.of("Error binding parameter " + name);
    }

    private Target[] targets(int index) {
        if (index < 1 || index >= targets.length) {
            throw ECSqlFailure.of("Error binding parameter " + index);
        }
        return targets[index];
    }

    void bind(int index, QueryArgument argument) {
        if (argument instanceof QueryArgument.OfDouble real) {
            bindDouble(index, real.value());
            return;
        }
        for (Target target : targets(index)) {
            if (!target.bind(argument)) {
                throw unfit(index, Binder.kind(argument));
            }
        }
        lengths[index] =
                argument instanceof QueryArgument.OfArray array ? array.items().size() : 0;
        given(index, !(argument instanceof QueryArgument.OfNull));
    }

    void bindLong(int index, long value) {
        for (Target target : targets(index)) {
            if (!target.binder().bindLong(value)) {
                throw unfit(index, "integer");
            }
        }
        given(index, true);
    }

    /** What is not finite has no place in JSON rows, and the reference stores NULL for it. */
    void bindDouble(int index, double value) {
        if (!Double.isFinite(value)) {
            bind(index, QueryArgument.NULL);
            return;
        }
        for (Target target : targets(index)) {
            if (!target.binder().bindDouble(value)) {
                throw unfit(index, "double");
            }
        }
        lengths[index] = 0;
        given(index, true);
    }

    void bindText(int index, String value) {
        for (Target target : targets(index)) {
            if (!target.binder().bindText(value)) {
                throw unfit(index, "string");
            }
        }
        given(index, true);
    }

    private void given(int index, boolean hasValue) {
        if (index == idIndex) {
            idIsMissing = !hasValue;
        }
    }

    private static IModelException unfit(int index, String kind) {
        return ECSqlFailure.of("Error binding " + kind).with("parameter", index);
    }

    void bind(QueryArguments given) {
        for (String name : given.names()) {
            index(name);
        }
        for (int index : given.indexes()) {
            targets(index);
        }
        for (ParameterInfo parameter : parameters) {
            QueryArgument argument = given.find(parameter.index(), parameter.name());
            if (argument != null) {
                bind(parameter.index(), argument);
            }
        }
    }

    void clear() {
        for (SqliteStatement statement : statements) {
            statement.clearBindings();
        }
        Arrays.fill(lengths, 0);
        idIsMissing = true;
    }

    /** No argument says the id of the new instance. */
    boolean idIsMissing() {
        return idIsMissing;
    }

    /** Arrays have a shortest length, but for those without items, which are no value; the longest is not kept. As the reference does. */
    void requireLengths() {
        for (WriteTranslation.ShortestArray least : shortest) {
            int length = lengths[least.index()];
            if (length > 0 && length < least.items()) {
                throw new IModelException(Status.BE_SQLITE_ERROR, "An array has fewer items than its property asks for")
                        .with("parameter", least.index())
                        .with("items", length)
                        .with("atLeast", least.items());
            }
        }
    }
}
