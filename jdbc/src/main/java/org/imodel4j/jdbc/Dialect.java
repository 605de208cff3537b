package org.imodel4j.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.Types;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.imodel4j.ecsql.parse.ReservedWords;
import org.jspecify.annotations.Nullable;

/** How to speak to the driver: words, quotes, functions and types. Nothing of it depends on the file. */
abstract class Dialect extends NoSuchThings {
    private static final String NUMERIC =
            "ABS,ACOS,ASIN,ATAN,ATAN2,CEILING,COS,COT,DEGREES,EXP,FLOOR,LOG10,MOD,PI,POWER,RADIANS,ROUND,SIGN,SIN,SQRT,TAN";
    private static final String STRING =
            "CHAR,CHAR_LENGTH,CHARACTER_LENGTH,CONCAT,LENGTH,LTRIM,REPLACE,RTRIM,SUBSTRING";
    private static final String TIME_AND_DATE = "CURRENT_DATE,CURRENT_TIME,CURRENT_TIMESTAMP";
    private static final String SYSTEM = "IFNULL";

    /** Functions that only ECSQL has, or that SQLite gives to it. */
    private static final String OWN =
            "COALESCE,EC_CLASSID,EC_CLASSNAME,GREATEST,GROUP_CONCAT,GUIDTOSTR,HEX,HEXTOID,IDTOHEX,"
                    + "IIF,INSTR,INVIRTUALSET,JSON_EXTRACT,JULIANDAY,LEAST,LOWER,NULLIF,PRINTF,STRFTIME,STRTOGUID,SUBSTR,TRIM,TYPEOF,UPPER";

    @Override
    public String getNumericFunctions() {
        return NUMERIC;
    }

    @Override
    public String getStringFunctions() {
        return STRING;
    }

    @Override
    public String getSystemFunctions() {
        return SYSTEM;
    }

    @Override
    public String getTimeDateFunctions() {
        return TIME_AND_DATE;
    }

    @Override
    public ResultSet getFunctions(@Nullable String catalog, @Nullable String schema, @Nullable String name) {
        NamePattern pattern = NamePattern.of(name);
        Set<String> all = new TreeSet<>(
                Arrays.asList(String.join(",", NUMERIC, STRING, SYSTEM, OWN).split(",")));
        MadeRows rows = MadeRows.withColumns(
                "FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME REMARKS FUNCTION_TYPE:short SPECIFIC_NAME");
        for (String function : all) {
            if (pattern.matches(function) && (schema == null || schema.equals("%"))) {
                rows.add(null, null, function, null, DatabaseMetaData.functionNoTable, function);
            }
        }
        return new JdbcResultSet(null, rows);
    }

    @Override
    public ResultSet getTypeInfo() {
        MadeRows rows =
                MadeRows.withColumns("TYPE_NAME DATA_TYPE:int PRECISION:int LITERAL_PREFIX LITERAL_SUFFIX CREATE_PARAMS"
                        + " NULLABLE:short CASE_SENSITIVE:boolean SEARCHABLE:short UNSIGNED_ATTRIBUTE:boolean FIXED_PREC_SCALE:boolean"
                        + " AUTO_INCREMENT:boolean LOCAL_TYPE_NAME MINIMUM_SCALE:short MAXIMUM_SCALE:short SQL_DATA_TYPE:int"
                        + " SQL_DATETIME_SUB:int NUM_PREC_RADIX:int");
        for (SqlType type : SqlType.SIMPLE) {
            String prefix =
                    switch (type.code()) {
                        case Types.VARCHAR -> "'";
                        case Types.DATE, Types.TIME, Types.TIMESTAMP -> type.name() + " '";
                        default -> null;
                    };
            rows.add(
                    type.name(),
                    type.code(),
                    type.size(),
                    prefix,
                    prefix == null ? null : "'",
                    null,
                    typeNullable,
                    type.code() == Types.VARCHAR,
                    type.code() == Types.VARCHAR ? typeSearchable : typePredBasic,
                    !type.isNumber(),
                    false,
                    false,
                    null,
                    0,
                    type.scale(),
                    null,
                    null,
                    type.isNumber() ? (Object) 10 : null);
        }
        return new JdbcResultSet(null, rows);
    }

    @Override
    public String getIdentifierQuoteString() {
        return "\"";
    }

    /** The reserved words of ECSQL; those of SQL:2003 among them too. */
    @Override
    public String getSQLKeywords() {
        return String.join(",", ReservedWords.all());
    }

    @Override
    public String getSearchStringEscape() {
        return NamePattern.ESCAPE;
    }

    @Override
    public String getExtraNameCharacters() {
        return "";
    }

    @Override
    public String getSchemaTerm() {
        return "schema";
    }

    @Override
    public String getProcedureTerm() {
        return "";
    }

    @Override
    public String getCatalogTerm() {
        return "";
    }

    @Override
    public String getCatalogSeparator() {
        return "";
    }

    @Override
    public int getDefaultTransactionIsolation() {
        return Connection.TRANSACTION_NONE;
    }

    @Override
    public int getResultSetHoldability() {
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public int getSQLStateType() {
        return sqlStateSQL;
    }

    @Override
    public RowIdLifetime getRowIdLifetime() {
        return RowIdLifetime.ROWID_UNSUPPORTED;
    }

    @Override
    public int getJDBCMajorVersion() {
        return 4;
    }

    @Override
    public int getJDBCMinorVersion() {
        return 3;
    }

    @Override
    public String getDriverName() {
        return "imodel4j JDBC";
    }

    @Override
    public String getDriverVersion() {
        return IModelDriver.MAJOR + "." + IModelDriver.MINOR;
    }

    @Override
    public int getDriverMajorVersion() {
        return IModelDriver.MAJOR;
    }

    @Override
    public int getDriverMinorVersion() {
        return IModelDriver.MINOR;
    }

    @Override
    public String getDatabaseProductName() {
        return "imodel4j";
    }

    @Override
    public int getDatabaseMajorVersion() {
        return IModelDriver.MAJOR;
    }

    @Override
    public int getDatabaseMinorVersion() {
        return IModelDriver.MINOR;
    }
}
