package org.imodel4j.jdbc;

import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.ParameterInfo;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.jspecify.annotations.Nullable;

/** A compiled statement with its parameters. Parameters are {@code ?} or {@code :name}; both have a number, a name only one. */
final class JdbcPreparedStatement extends ParameterSetters {
    private final CompiledQuery query;
    private final List<ParameterInfo> parameters;
    private final @Nullable QueryArgument[] arguments;

    JdbcPreparedStatement(JdbcConnection connection, CompiledQuery query) {
        super(connection);
        this.query = query;
        this.parameters = query.parameters();
        int highest =
                parameters.isEmpty() ? 0 : parameters.get(parameters.size() - 1).index();
        this.arguments = new @Nullable QueryArgument[highest];
    }

    @Override
    void set(int parameter, @Nullable Object value) throws SQLException {
        requireOpen();
        if (parameter < 1 || parameter > arguments.length) {
            throw SqlState.NO_SUCH_INDEX.exception(
                    "There is no parameter " + parameter + ", there are " + arguments.length);
        }
        arguments[parameter - 1] = Arguments.of(value, info(parameter));
    }

    private ParameterInfo info(int parameter) {
        for (ParameterInfo info : parameters) {
            if (info.index() == parameter) {
                return info;
            }
        }
        // Something that the translation left out, so nothing depends on its value.
        return Arguments.untyped(parameter);
    }

    @Override
    public void clearParameters() throws SQLException {
        requireOpen();
        java.util.Arrays.fill(arguments, null);
    }

    private QueryArguments arguments() throws SQLException {
        QueryArguments.Builder builder = QueryArguments.builder();
        for (ParameterInfo parameter : parameters) {
            QueryArgument argument = arguments[parameter.index() - 1];
            if (argument == null) {
                throw SqlState.PARAMETER_NOT_SET.exception("The parameter " + parameter.index() + " has no value");
            }
            builder.set(parameter.index(), argument);
        }
        return builder.build();
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        requireOpen();
        return run(query, arguments());
    }

    @Override
    public boolean execute() throws SQLException {
        requireOpen();
        run(query, arguments());
        return true;
    }

    @Override
    public int executeUpdate() throws SQLException {
        requireOpen();
        throw SqlState.READ_ONLY.exception("The statement gives rows and changes nothing");
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return executeUpdate();
    }

    @Override
    public void addBatch() throws SQLException {
        requireOpen();
        throw SqlState.notSupported("A batch");
    }

    /** Known before the statement runs. */
    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return new JdbcResultSetMetaData(
                ResultColumn.of(query, connection().url().composites()));
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        return new JdbcParameterMetaData(parameters, connection().url().composites());
    }

    private static SQLException ownText() {
        return SqlState.CLOSED.exception("A prepared statement runs its own text");
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        throw ownText();
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        throw ownText();
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        throw ownText();
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        throw ownText();
    }

    /** {@link CompiledQuery}, besides the statement itself. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type == CompiledQuery.class ? type.cast(query) : super.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type == CompiledQuery.class || super.isWrapperFor(type);
    }
}
