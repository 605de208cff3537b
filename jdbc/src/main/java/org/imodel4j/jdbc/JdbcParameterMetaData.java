package org.imodel4j.jdbc;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.imodel4j.ecsql.run.ParameterInfo;
import org.imodel4j.jdbc.ConnectionUrl.Composites;

/** What the standard is told of parameters: the type of what each is compared with. Immutable. */
final class JdbcParameterMetaData implements ParameterMetaData {
    private final List<ParameterInfo> parameters;
    private final Composites composites;

    JdbcParameterMetaData(List<ParameterInfo> parameters, Composites composites) {
        this.parameters = parameters;
        this.composites = composites;
    }

    private SqlType type(int parameter) throws SQLException {
        if (parameter < 1 || parameter > parameters.size()) {
            throw SqlState.NO_SUCH_INDEX.exception(
                    "There is no parameter " + parameter + ", there are " + parameters.size());
        }
        ParameterInfo info = parameters.get(parameter - 1);
        return info.idSet()
                ? new SqlType(Types.ARRAY, SqlType.BIGINT.name() + " ARRAY", 0, 0)
                : SqlType.of(info.type(), composites);
    }

    @Override
    public int getParameterCount() {
        return parameters.size();
    }

    @Override
    public int isNullable(int parameter) throws SQLException {
        type(parameter);
        return parameterNullable;
    }

    @Override
    public boolean isSigned(int parameter) throws SQLException {
        return type(parameter).isNumber();
    }

    @Override
    public int getPrecision(int parameter) throws SQLException {
        return type(parameter).size();
    }

    @Override
    public int getScale(int parameter) throws SQLException {
        return type(parameter).scale();
    }

    @Override
    public int getParameterType(int parameter) throws SQLException {
        return type(parameter).code();
    }

    @Override
    public String getParameterTypeName(int parameter) throws SQLException {
        return type(parameter).name();
    }

    @Override
    public String getParameterClassName(int parameter) throws SQLException {
        return type(parameter).javaClass().getName();
    }

    @Override
    public int getParameterMode(int parameter) throws SQLException {
        type(parameter);
        return parameterModeIn;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapped.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
