package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.ecsql.parse.Statement;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.translate.Translation;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is ready to run: its SQL, its columns and how they are read. Belongs to no connection; immutable to those
 * who use it, and safe for use by several threads.
 */
public final class CompiledQuery {
    private final String ecsql;
    private final Door door;
    private final Translation translation;
    private final Statement.@Nullable Pragma pragma;
    private final ClassNames classNames;
    private final String limitedSql;
    private final List<ColumnInfo> columns;
    private final Map<Rendering, ColumnReader[]> readers = new ConcurrentHashMap<>();

    /** @param pragma set when the rows follow from the connection; the translation then has only columns */
    CompiledQuery(
            String ecsql,
            Door door,
            Translation translation,
            Statement.@Nullable Pragma pragma,
            ClassNames classNames) {
        this.pragma = pragma;
        this.ecsql = ecsql;
        this.door = door;
        this.translation = translation;
        this.classNames = classNames;
        this.limitedSql = limited(translation);
        this.columns = List.copyOf(ColumnNames.of(outputs(), false));
    }

    private static String limited(Translation translation) {
        int count = translation.parameters().size();
        String limit = " LIMIT ?" + (count + 1) + " OFFSET ?" + (count + 2);
        // A limit of the statement itself counts first.
        return translation.hasLimit() ? "SELECT * FROM (" + translation.sql() + ')' + limit : translation.sql() + limit;
    }

    /** The columns with their types, for those who make values of their own out of them; as many as {@link #columns()}. */
    public List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (Translation.Column column : translation.columns()) {
            Output output = column.output();
            outputs.add(column.json() && door == Door.STATEMENT ? instanceProperty(output) : output);
        }
        return outputs;
    }

    /** The parameters in the order of their positions; a name that is used twice is one parameter. */
    public List<ParameterInfo> parameters() {
        TreeMap<Integer, ParameterInfo> parameters = new TreeMap<>();
        for (Translation.Slot slot : translation.parameters()) {
            parameters.putIfAbsent(
                    slot.index(), new ParameterInfo(slot.index(), slot.name(), slot.type(), slot.idSet()));
        }
        return List.copyOf(parameters.values());
    }

    /** The statement API calls {@code $->Property} by the property's name. */
    private static Output instanceProperty(Output output) {
        int arrow = output.name().indexOf("->");
        String name = output.name().substring(arrow < 0 ? 0 : arrow + 2).replace("?", "");
        return new Output(name, name, output.className(), output.generated(), output.type());
    }

    /** The text it was compiled from. */
    public String ecsql() {
        return ecsql;
    }

    public Door door() {
        return door;
    }

    /** The SQL that runs, for people who want to see it; empty for PRAGMA. */
    public String sql() {
        return translation.sql();
    }

    String limitedSql() {
        return limitedSql;
    }

    Statement.@Nullable Pragma pragma() {
        return pragma;
    }

    Translation translation() {
        return translation;
    }

    public List<ColumnInfo> columns() {
        return columns;
    }

    /** What the values of a column are; {@link ValueType#DYNAMIC} when each row decides. */
    public ValueType type(int column) {
        Translation.Column read = translation.columns().get(column);
        return read.json() ? ValueType.DYNAMIC : read.output().type();
    }

    /** The columns as clients with these options see them: abbreviated blobs are text. */
    public List<ColumnInfo> columns(RowOptions options) {
        return options.abbreviateBlobs() ? ColumnNames.of(outputs(), true) : columns;
    }

    ColumnReader[] readers(Rendering rendering) {
        ColumnReader[] known = readers.get(rendering);
        if (known == null) {
            known = new ColumnReaders(classNames, rendering).of(translation.columns());
            readers.put(rendering, known);
        }
        return known;
    }
}
