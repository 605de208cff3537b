package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.parse.ECSqlParser;
import org.imodel4j.ecsql.parse.Query;
import org.imodel4j.ecsql.parse.Statement;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.QueryResolver;
import org.imodel4j.ecsql.resolve.ResolvedQuery;
import org.imodel4j.ecsql.resolve.ResolvedWrite;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.resolve.WriteResolver;
import org.imodel4j.ecsql.translate.QueryTranslator;
import org.imodel4j.ecsql.translate.Translation;
import org.imodel4j.ecsql.translate.WriteTranslator;
import org.imodel4j.error.IModelException;
import org.imodel4j.sqlite.SqliteDatabase;
import org.jspecify.annotations.Nullable;

/**
 * ECSQL over one file: compiles statements and keeps them by their text. Safe for use by several threads; the connections that
 * run the statements are not.
 *
 * <p>Whoever changes the schemas of the file makes a new engine.
 */
public final class ECSqlEngine {
    private final ECSchemas schemas;
    private final ClassNames classNames;
    private final ClassSpread spread;
    private final Compiled<Key, CompiledQuery> queries = new Compiled<>();
    private final Compiled<String, CompiledWrite> writes = new Compiled<>();

    private record Key(Door door, String ecsql) {}

    public ECSqlEngine(ECSchemas schemas) {
        this.schemas = schemas;
        this.classNames = new ClassNames(schemas);
        this.spread = new ClassSpread();
    }

    public ECSchemas schemas() {
        return schemas;
    }

    /** Compiles for {@link Door#READER}. */
    public CompiledQuery compile(String ecsql) {
        return compile(ecsql, Door.READER);
    }

    /**
     * Parses, resolves and translates a statement, or finds it among those compiled before.
     *
     * @throws org.imodel4j.error.IModelException number 1 when the text is no ECSQL, names what does not exist, or compares
     *     what can not be compared
     */
    public CompiledQuery compile(String ecsql, Door door) {
        return compile(ecsql, door, null);
    }

    CompiledQuery compile(String ecsql, Door door, @Nullable SqliteDatabase sample) {
        return queries.get(new Key(door, ecsql), ecsql, () -> translate(ecsql, door, sample));
    }

    /**
     * Compiles an INSERT, UPDATE or DELETE, or finds it among those compiled before.
     *
     * @throws org.imodel4j.error.IModelException number 1 when the text is no such statement, names what does not exist, or means what
     *     can not be written
     */
    public CompiledWrite compileWrite(String ecsql) {
        return compileWrite(ecsql, null);
    }

    CompiledWrite compileWrite(String ecsql, @Nullable SqliteDatabase sample) {
        return writes.get(ecsql, ecsql, () -> translateWrite(ecsql, sample));
    }

    /** Whether a text is an INSERT, UPDATE or DELETE; false for all that is no ECSQL. */
    public static boolean isWrite(String ecsql) {
        try {
            return switch (ECSqlParser.parse(ecsql)) {
                case Statement.Insert insert -> true;
                case Statement.Update update -> true;
                case Statement.Delete delete -> true;
                case Query query -> false;
                case Statement.Pragma pragma -> false;
            };
        } catch (IModelException noEcsql) {
            return false;
        }
    }

    private CompiledWrite translateWrite(String ecsql, @Nullable SqliteDatabase sample) {
        Statement statement = ECSqlParser.parse(ecsql);
        if (statement instanceof Query || statement instanceof Statement.Pragma) {
            throw ECSqlFailure.of("The statement is no INSERT, UPDATE or DELETE");
        }
        ResolvedWrite resolved = WriteResolver.resolve(schemas, statement);
        return new CompiledWrite(ecsql, WriteTranslator.translate(schemas, spread.with(sample), resolved));
    }

    private CompiledQuery translate(String ecsql, Door door, @Nullable SqliteDatabase sample) {
        Statement statement = door == Door.READER ? ECSqlParser.parseForReader(ecsql) : ECSqlParser.parse(ecsql);
        if (statement instanceof Statement.Pragma pragma) {
            return new CompiledQuery(ecsql, door, Pragma.of(pragma, door).translation(pragma), pragma, classNames);
        }
        if (!(statement instanceof Query query)) {
            WriteTranslator.translate(schemas, spread.with(sample), WriteResolver.resolve(schemas, statement));
            throw ECSqlFailure.of("Cannot modify EC data in a file opened in read-only mode");
        }
        ResolvedQuery resolved = QueryResolver.resolve(schemas, query, door == Door.STATEMENT);
        if (door == Door.READER) {
            requireTypes(resolved);
        }
        Translation translation = QueryTranslator.translate(schemas, spread.with(sample), resolved);
        return new CompiledQuery(
                ecsql, door, door == Door.STATEMENT ? withTypes(translation) : translation, null, classNames);
    }

    /** The reader says the type of each column before it knows the arguments. */
    private static void requireTypes(ResolvedQuery query) {
        for (Output output : query.outputs()) {
            if (output.type() instanceof ValueType.Unknown) {
                throw ECSqlFailure.of("Column '" + output.name() + "' is a parameter, and nothing says its type.");
            }
        }
    }

    /** A parameter that is a column is a number, if nothing else is said. */
    private static Translation withTypes(Translation translation) {
        List<Translation.Column> columns = new ArrayList<>();
        for (Translation.Column column : translation.columns()) {
            Output output = column.output();
            columns.add(
                    output.type() instanceof ValueType.Unknown
                            ? new Translation.Column(
                                    new Output(
                                            output.name(),
                                            output.path(),
                                            output.className(),
                                            output.generated(),
                                            ValueType.DOUBLE),
                                    column.first(),
                                    column.json())
                            : column);
        }
        return new Translation(translation.sql(), columns, translation.parameters(), translation.hasLimit());
    }

    /**
     * Makes a connection able to run statements of this engine.
     *
     * @param database a connection to the file; the answer closes it
     */
    public ReadConnection connect(SqliteDatabase database) {
        return new ReadConnection(this, database);
    }
}
