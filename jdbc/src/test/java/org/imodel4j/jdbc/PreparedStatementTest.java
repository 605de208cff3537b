package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.jdbc.SampleFiles.assertState;
import static org.imodel4j.jdbc.SampleFiles.rows;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedStatementTest {
    @TempDir
    private Path folder;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = new SampleFiles(folder).connect("ecsql/types.bim");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private interface Setter {
        void set(PreparedStatement statement) throws SQLException;
    }

    private long count(String where, Setter setter) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COUNT(*) FROM et.Thing WHERE " + where)) {
            setter.set(statement);
            ResultSet results = statement.executeQuery();
            results.next();
            return results.getLong(1);
        }
    }

    /** The setters all find the thing with I=-3. */
    private void assertFinds(String where, Setter... setters) throws SQLException {
        for (int i = 0; i < setters.length; i++) {
            assertThat(count("I=-3 AND " + where, setters[i])).as("setter " + i).isEqualTo(1);
        }
    }

    @Test
    void numbersOfEveryKindAreCompared() throws SQLException {
        assertFinds(
                "I=?",
                s -> s.setInt(1, -3),
                s -> s.setByte(1, (byte) -3),
                s -> s.setShort(1, (short) -3),
                s -> s.setLong(1, -3),
                s -> s.setDouble(1, -3),
                s -> s.setFloat(1, -3),
                s -> s.setBigDecimal(1, new BigDecimal("-3")),
                s -> s.setObject(1, -3),
                s -> s.setObject(1, BigInteger.valueOf(-3)),
                s -> s.setObject(1, "-3", Types.INTEGER),
                s -> s.setObject(1, "-3", JDBCType.BIGINT),
                s -> s.setObject(1, -3.7, Types.SMALLINT),
                s -> s.setObject(1, new BigDecimal("-3.0"), Types.DECIMAL, 1));
        assertFinds("D=?", s -> s.setDouble(1, 3.1), s -> s.setObject(1, new BigDecimal("3.1")));
        assertFinds(
                "B=?",
                s -> s.setBoolean(1, false),
                s -> s.setObject(1, false),
                s -> s.setString(1, "false"),
                s -> s.setObject(1, "0", Types.BOOLEAN));
    }

    @Test
    void textsOfEveryKindAreCompared() throws SQLException {
        assertFinds(
                "S=?",
                s -> s.setString(1, "a%b_c"),
                s -> s.setNString(1, "a%b_c"),
                s -> s.setObject(1, "a%b_c", Types.VARCHAR),
                s -> s.setCharacterStream(1, new StringReader("a%b_c")),
                s -> s.setCharacterStream(1, new StringReader("a%b_cd"), 5),
                s -> s.setNCharacterStream(1, new StringReader("a%b_cd"), 5L),
                s -> s.setAsciiStream(1, new ByteArrayInputStream("a%b_c".getBytes(StandardCharsets.US_ASCII))),
                s -> s.setAsciiStream(1, new ByteArrayInputStream("a%b_cd".getBytes(StandardCharsets.US_ASCII)), 5),
                s -> s.setClob(1, new StringReader("a%b_c")));
    }

    @Test
    void bytesAndGuidsAreCompared() throws SQLException {
        byte[] bytes = {3, 0, (byte) 255, 9};
        assertFinds(
                "Bin=?",
                s -> s.setBytes(1, bytes),
                s -> s.setObject(1, bytes),
                s -> s.setBinaryStream(1, new ByteArrayInputStream(bytes)),
                s -> s.setBinaryStream(1, new ByteArrayInputStream(bytes), 4),
                s -> s.setBlob(1, new ByteArrayInputStream(bytes)),
                s -> s.setBlob(1, new Lob(bytes)));
        UUID guid = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000013");
        assertFinds(
                "FederationGuid=?",
                s -> s.setObject(1, guid),
                s -> s.setObject(1, Guid.parse(guid.toString())),
                s -> s.setString(1, guid.toString()));
    }

    @Test
    void idsAreComparedAsNumbersTextsAndObjects() throws SQLException {
        assertFinds(
                "ECInstanceId=?",
                s -> s.setLong(1, 0x17),
                s -> s.setString(1, "0x17"),
                s -> s.setObject(1, Id64.of("0x17")),
                s -> s.setObject(1, "0x17", Types.BIGINT));
        assertFinds(
                "Category=?",
                s -> s.setLong(1, 0x12),
                s -> s.setInt(1, 0x12),
                s -> s.setString(1, "0x12"),
                s -> s.setObject(1, Id64.of("0x12")),
                s -> s.setObject(1, BigInteger.valueOf(0x12)),
                s -> s.setObject(1, connection.createStruct("Navigation", new Object[] {0x12L, 0xd4L})),
                s -> s.setObject(1, connection.createStruct("Navigation", new Object[] {"0x12"})));
    }

    @Test
    void setsOfIdsComeAsArraysAndCollections() throws SQLException {
        assertFinds(
                "InVirtualSet(?, ECInstanceId)",
                s -> s.setObject(1, new long[] {1, 0x17}),
                s -> s.setObject(1, List.of(Id64.of("0x17"))),
                s -> s.setObject(1, new String[] {"0x17"}),
                s -> s.setArray(1, connection.createArrayOf("BIGINT", new Object[] {0x17L, 5})));
        assertThat(count("InVirtualSet(?, ECInstanceId)", s -> s.setObject(1, new long[0])))
                .isZero();
        assertState("07006", () -> count("InVirtualSet(?, ECInstanceId)", s -> s.setObject(1, List.of("a"))));
    }

    @Test
    void pointsComeAsStructsAndArrays() throws SQLException {
        assertFinds(
                "P2=?",
                s -> s.setObject(1, connection.createStruct("Point2d", new Object[] {3.1, -3})),
                s -> s.setObject(1, new double[] {3.1, -3}),
                s -> s.setObject(1, List.of(3.1, -3.0)),
                s -> s.setArray(1, connection.createArrayOf("DOUBLE", new Object[] {3.1, -3.0})));
        assertFinds("P3=?", s -> s.setObject(1, new double[] {3, 3.25, -6}));
        assertState("07006", () -> count("P2=?", s -> s.setObject(1, new double[] {3.1, -3, 0})));
        assertState("07006", () -> count("P2=?", s -> s.setObject(1, new double[] {1})));
        assertState("07006", () -> count("P2=?", s -> s.setObject(1, List.of("x", "y"))));
        assertState(
                "07006",
                () -> count("I=?", s -> s.setObject(1, connection.createStruct("Any.Struct", new Object[] {1}))));
    }

    @Test
    void aPointThatWasReadFindsItsRow() throws SQLException {
        ResultSet results = connection.createStatement().executeQuery("SELECT P3 FROM et.Thing WHERE I=-3");
        results.next();
        Struct point = results.getObject(1, Struct.class);

        assertFinds("P3=?", s -> s.setObject(1, point));
    }

    @Test
    void momentsOfEveryKindAreCompared() throws SQLException {
        Calendar berlin = Calendar.getInstance(TimeZone.getTimeZone("Europe/Berlin"));
        Timestamp utc = Timestamp.valueOf("2018-02-04 12:30:00");
        Calendar calendar = Calendar.getInstance();
        calendar.setTime(utc);
        assertFinds(
                "DtUtc=?",
                s -> s.setTimestamp(1, utc),
                s -> s.setTimestamp(1, Timestamp.from(Instant.parse("2018-02-04T11:30:00Z")), berlin),
                s -> s.setObject(1, utc),
                s -> s.setObject(1, new java.util.Date(utc.getTime())),
                s -> s.setObject(1, calendar),
                s -> s.setObject(1, LocalDateTime.parse("2018-02-04T12:30:00")),
                s -> s.setObject(1, Instant.parse("2018-02-04T12:30:00Z")),
                s -> s.setObject(1, OffsetDateTime.parse("2018-02-04T14:30:00+02:00")),
                s -> s.setString(1, "2018-02-04T12:30:00Z"),
                s -> s.setString(1, "2018-02-04 12:30:00"),
                s -> s.setObject(1, "2018-02-04 12:30:00", Types.TIMESTAMP));
        assertFinds(
                "DtDate=?",
                s -> s.setDate(1, Date.valueOf("2019-05-13")),
                s -> s.setObject(1, LocalDate.parse("2019-05-13")),
                s -> s.setObject(1, "2019-05-13", Types.DATE));
        assertState("22018", () -> count("DtUtc=?", s -> s.setString(1, "soon")));
        assertThat(count("DtTime>?", s -> s.setTime(1, Time.valueOf("00:00:01"))))
                .isPositive();
        assertThat(count("DtTime>?", s -> s.setObject(1, LocalTime.MIDNIGHT))).isPositive();
    }

    @Test
    void whatIsReadAsATimeIsFoundByIt() throws SQLException {
        ResultSet results = connection.createStatement().executeQuery("SELECT DtTime, DtUtc FROM et.Thing WHERE I=-3");
        results.next();
        Time time = results.getTime(1);
        Timestamp moment = results.getTimestamp(2);

        assertFinds("DtTime=?", s -> s.setTime(1, time));
        assertFinds("DtUtc=?", s -> s.setTimestamp(1, moment));
    }

    @Test
    void nullsMatchNothing() throws SQLException {
        assertThat(count("I=?", s -> s.setNull(1, Types.INTEGER))).isZero();
        assertThat(count("S=?", s -> s.setString(1, null))).isZero();
        assertThat(count("S=?", s -> s.setObject(1, null, Types.VARCHAR))).isZero();
        assertThat(count("Bin=?", s -> s.setBlob(1, (java.sql.Blob) null))).isZero();
        assertThat(count("DtUtc=?", s -> s.setTimestamp(1, null))).isZero();
    }

    @Test
    void parametersKeepTheirValuesUntilTheyAreCleared() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT I FROM et.Thing WHERE I>=:low AND I<=? AND :low<>5 ORDER BY I")) {
            assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
            statement.setInt(1, 10);
            assertState("07001", statement::executeQuery);
            statement.setInt(2, 30);
            List<List<String>> first = rows(statement.executeQuery());
            assertThat(first).isNotEmpty().isEqualTo(rows(statement.executeQuery()));
            statement.setInt(2, 10);
            assertThat(rows(statement.executeQuery())).hasSizeLessThan(first.size());
            statement.clearParameters();
            assertState("07001", statement::execute);
            assertState("07009", () -> statement.setInt(3, 1));
            assertState("07009", () -> statement.setInt(0, 1));
        }
    }

    @Test
    void theTypesOfParametersAreThoseOfWhatTheyAreComparedWith() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT I FROM et.Thing WHERE I=? AND S LIKE ? AND P2=? AND DtUtc>? AND Category=? AND InVirtualSet(?,ECInstanceId)")) {
            ParameterMetaData parameters = statement.getParameterMetaData();
            assertThat(parameters.getParameterCount()).isEqualTo(6);
            assertThat(parameters.getParameterTypeName(1)).isEqualTo("INTEGER");
            assertThat(parameters.getParameterType(2)).isEqualTo(Types.VARCHAR);
            assertThat(parameters.getParameterTypeName(3)).isEqualTo("Point2d");
            assertThat(parameters.getParameterClassName(4)).isEqualTo(Timestamp.class.getName());
            assertThat(parameters.getParameterType(5)).isEqualTo(Types.BIGINT);
            assertThat(parameters.getParameterTypeName(6)).isEqualTo("BIGINT ARRAY");
            assertThat(parameters.getParameterMode(1)).isEqualTo(ParameterMetaData.parameterModeIn);
            assertThat(parameters.isNullable(1)).isEqualTo(ParameterMetaData.parameterNullable);
            assertThat(parameters.isSigned(1)).isTrue();
            assertThat(parameters.getPrecision(1)).isEqualTo(10);
            assertThat(parameters.getScale(1)).isZero();
            assertState("07009", () -> parameters.getParameterType(7));
        }
    }

    @Test
    void columnsAreKnownBeforeTheStatementRuns() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT I, Model FROM et.Thing WHERE I=?")) {
            assertThat(statement.getMetaData().getColumnCount()).isEqualTo(3);
            assertThat(statement.getMetaData().getColumnLabel(3)).isEqualTo("Model.RelECClassId");
            assertThat(statement.unwrap(CompiledQuery.class).ecsql()).contains("et.Thing");
            assertThat(statement.isWrapperFor(CompiledQuery.class)).isTrue();
        }
    }

    @Test
    void misuseIsTold() throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT I FROM et.Thing WHERE I=?");
        assertState("25006", statement::executeUpdate);
        assertState("25006", statement::executeLargeUpdate);
        assertState("0A000", statement::addBatch);
        assertState("HY010", () -> statement.executeQuery("SELECT 1"));
        assertState("HY010", () -> statement.execute("SELECT 1"));
        assertState("HY010", () -> statement.executeUpdate("SELECT 1"));
        assertState("07006", () -> statement.setObject(1, Thread.currentThread()));
        assertState("22018", () -> statement.setObject(1, "x", Types.INTEGER));
        assertState("22003", () -> statement.setObject(1, 300, Types.TINYINT));
        assertState("0A000", () -> statement.setObject(1, 1, 123456));
        statement.setBoolean(1, true);
        statement.setObject(1, new double[] {1, 2});
        assertState("07006", statement::executeQuery);
        assertState("0A000", () -> statement.setRef(1, null));
        assertState("0A000", () -> statement.setURL(1, null));
        assertState("0A000", () -> statement.setSQLXML(1, null));
        statement.close();
        assertState("HY010", () -> statement.setInt(1, 1));
        assertState("HY010", statement::executeQuery);
        assertState("HY010", statement::getMetaData);
        assertState("HY010", statement::getParameterMetaData);
        assertState("HY010", statement::clearParameters);
    }
}
