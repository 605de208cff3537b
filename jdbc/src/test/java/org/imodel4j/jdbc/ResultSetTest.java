package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.jdbc.SampleFiles.assertState;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultSetTest {
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

    private ResultSet query(String ecsql) throws SQLException {
        return connection.createStatement().executeQuery(ecsql);
    }

    /** On the one row. */
    private ResultSet row(String ecsql) throws SQLException {
        ResultSet results = query(ecsql);
        assertThat(results.next()).isTrue();
        return results;
    }

    private ResultSet thing(String columns) throws SQLException {
        return row("SELECT " + columns + " FROM et.Thing WHERE I=-3");
    }

    private ResultSet nothing(String columns) throws SQLException {
        return row("SELECT " + columns + " FROM et.Thing WHERE ECInstanceId=0x1b");
    }

    @Test
    void rowsComeForwardAndOnce() throws SQLException {
        ResultSet results = query("VALUES(7)");

        assertThat(results.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
        assertThat(results.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
        assertThat(results.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
        assertThat(results.isBeforeFirst()).isTrue();
        assertThat(results.getRow()).isZero();
        assertState("24000", () -> results.getLong(1));
        assertThat(results.next()).isTrue();
        assertThat(results.isFirst()).isTrue();
        assertThat(results.getRow()).isEqualTo(1);
        assertThat(results.next()).isFalse();
        assertThat(results.isAfterLast()).isTrue();
        assertThat(results.next()).isFalse();
        assertState("24000", () -> results.getLong(1));
        for (ThrowingSql scroll : new ThrowingSql[] {
            results::previous,
            results::first,
            results::last,
            results::isLast,
            results::beforeFirst,
            results::afterLast,
            () -> results.absolute(1),
            () -> results.relative(1),
            () -> results.setFetchDirection(ResultSet.FETCH_REVERSE)
        }) {
            assertState("0A000", scroll::run);
        }
    }

    private interface ThrowingSql {
        void run() throws SQLException;
    }

    @Test
    void rowsCanNotBeChanged() throws SQLException {
        ResultSet results = row("VALUES(7)");
        for (ThrowingSql update : new ThrowingSql[] {
            () -> results.updateLong(1, 1),
            () -> results.updateNull("a"),
            () -> results.updateObject(1, "a"),
            results::updateRow,
            results::insertRow,
            results::deleteRow,
            results::refreshRow,
            results::moveToInsertRow,
            results::getCursorName
        }) {
            assertState("0A000", update::run);
        }
        assertThat(results.rowUpdated()).isFalse();
        assertThat(results.rowInserted()).isFalse();
        assertThat(results.rowDeleted()).isFalse();
    }

    @Test
    void columnsAreFoundByNumberAndByLabelWithoutCase() throws SQLException {
        ResultSet results = thing("I, S AS text, Model, P2.X, Model.Id AS [I], 1");

        assertThat(results.findColumn("i")).isEqualTo(1);
        assertThat(results.findColumn("TEXT")).isEqualTo(2);
        assertThat(results.findColumn("Model.Id")).isEqualTo(3);
        assertThat(results.findColumn("model.relecclassid")).isEqualTo(4);
        assertThat(results.findColumn("P2.X")).isEqualTo(5);
        assertThat(results.getLong("Model"))
                .isEqualTo(results.getLong("Model.Id"))
                .isPositive();
        assertState("42S22", () -> results.findColumn("S"));
        assertState("07009", () -> results.getLong(0));
        assertState("07009", () -> results.getLong(8));
    }

    @Test
    void numbersConvertWithinTheirRanges() throws SQLException {
        ResultSet results = thing("I, L, D, B, Col");

        assertThat(results.getInt("I")).isEqualTo(-3);
        assertThat(results.getByte("I")).isEqualTo((byte) -3);
        assertThat(results.getShort("I")).isEqualTo((short) -3);
        assertThat(results.getDouble("I")).isEqualTo(-3.0);
        assertThat(results.getFloat("I")).isEqualTo(-3f);
        assertThat(results.getBigDecimal("I")).isEqualTo(new BigDecimal("-3"));
        assertThat(results.getBoolean("I")).isTrue();
        assertThat(results.getString("I")).isEqualTo("-3");
        assertThat(results.getObject("I")).isEqualTo(-3);
        assertThat(results.getLong("L")).isEqualTo(9007199254740988L);
        assertThat(results.getObject("L")).isEqualTo(9007199254740988L);
        assertState("22003", () -> results.getInt("L"));
        assertState("22003", () -> results.getShort("L"));
        assertState("22003", () -> results.getByte("L"));
        assertThat(results.getInt("D")).isEqualTo(3);
        assertThat(results.getDouble("D")).isEqualTo(3.1);
        assertThat(results.getString("D")).isEqualTo("3.1");
        assertThat(results.getBigDecimal("D")).isEqualByComparingTo("3.1");
        assertThat(results.getObject("B")).isEqualTo(false);
        assertThat(results.getInt("B")).isZero();
        assertThat(results.wasNull()).isFalse();
        assertThat(results.getString("B")).isEqualTo("false");
    }

    @Test
    void textsConvertWhereTheyAreNumbersOrDates() throws SQLException {
        ResultSet results =
                row("VALUES('12.9','true','2020-01-02','x','1e300','2020-01-02 03:04:05.006','0x1c','99999999999')");

        assertThat(results.getInt(1)).isEqualTo(12);
        assertThat(results.getDouble(1)).isEqualTo(12.9);
        assertThat(results.getBigDecimal(1)).isEqualTo(new BigDecimal("12.9"));
        assertThat(results.getBoolean(2)).isTrue();
        assertThat(results.getDate(3)).isEqualTo(java.sql.Date.valueOf("2020-01-02"));
        assertThat(results.getTimestamp(6)).isEqualTo(Timestamp.valueOf("2020-01-02 03:04:05.006"));
        assertThat(results.getLong(7)).isEqualTo(0x1c);
        assertState("22018", () -> results.getInt(4));
        assertState("22018", () -> results.getDouble(4));
        assertState("22018", () -> results.getBoolean(4));
        assertState("22018", () -> results.getDate(4));
        assertState("22003", () -> results.getLong(5));
        assertState("22003", () -> results.getFloat(5));
        assertState("22003", () -> results.getInt(8));
        assertState("07006", () -> results.getBytes(4));
        assertState("07006", () -> results.getArray(4));
    }

    @Test
    void numbersThatNoMemoryHoldsAreOutOfRange() throws SQLException {
        ResultSet results = row("VALUES('1e999999999','1e-999999999',printf('%.*c',5000,'9'))");
        for (int column = 1; column <= 3; column++) {
            int each = column;
            assertState("22003", () -> results.getBigDecimal(each));
            assertState("22003", () -> results.getLong(each));
            assertState("22003", () -> results.getObject(each, BigInteger.class));
        }
    }

    @Test
    void nullsAreNullOrZero() throws SQLException {
        ResultSet results = nothing("I, D, S, Bin, B, P2, DtUtc, Guid, St, Owner, Parent.Id");

        assertThat(results.getInt(1)).isZero();
        assertThat(results.wasNull()).isTrue();
        assertThat(results.getLong(1)).isZero();
        assertThat(results.wasNull()).isTrue();
        assertThat(results.getDouble(2)).isZero();
        assertThat(results.wasNull()).isTrue();
        assertThat(results.getString(3)).isNull();
        assertThat(results.getBytes(4)).isNull();
        assertThat(results.getBinaryStream(4)).isNull();
        assertThat(results.getBoolean(5)).isFalse();
        assertThat(results.getObject(6)).isNull();
        assertThat(results.getString(6)).isNull();
        assertThat(results.getTimestamp(7)).isNull();
        assertThat(results.getObject(7, LocalDateTime.class)).isNull();
        assertThat(results.getObject(8)).isNull();
        assertThat(results.getObject(9)).isNull();
        assertThat(results.getString("Owner.Id")).isNull();
        assertThat(results.getLong("Owner.RelECClassId")).isZero();
        assertThat(results.wasNull()).isTrue();
        assertThat(results.getBigDecimal(1)).isNull();
        assertThat(results.getObject(1, Long.class)).isNull();
        assertThat(results.getCharacterStream(3)).isNull();
    }

    @Test
    void idsAreNumbersAndHexadecimalTexts() throws SQLException {
        ResultSet results = thing("ECInstanceId, ECClassId, Model, CodeScope.Id");

        assertThat(results.getLong(1)).isEqualTo(0x17);
        assertThat(results.getString(1)).isEqualTo("0x17");
        assertThat(results.getObject(1)).isEqualTo(0x17L);
        assertThat(results.getObject(1, String.class)).isEqualTo("0x17");
        assertThat(results.getObject(1, Id64.class)).isEqualTo(Id64.of("0x17"));
        assertThat(results.getString("Model.RelECClassId")).startsWith("0x");
        assertThat(results.getString("CodeScope.Id")).isEqualTo("0x10");
    }

    @Test
    void momentsComeAsTheirClocksShow() throws SQLException {
        ResultSet results = thing("DtUtc, DtUnspec, DtDate, DtTime");

        assertThat(results.getString("DtUtc")).isEqualTo("2018-02-04T12:30:00.000Z");
        assertThat(results.getTimestamp("DtUtc")).isEqualTo(Timestamp.valueOf("2018-02-04 12:30:00"));
        assertThat(results.getObject("DtUtc")).isEqualTo(Timestamp.valueOf("2018-02-04 12:30:00"));
        assertThat(results.getObject("DtUtc", Instant.class)).isEqualTo(Instant.parse("2018-02-04T12:30:00Z"));
        assertThat(results.getObject("DtUtc", OffsetDateTime.class))
                .isEqualTo(OffsetDateTime.parse("2018-02-04T12:30:00Z"));
        Calendar berlin = Calendar.getInstance(TimeZone.getTimeZone("Europe/Berlin"));
        assertThat(results.getTimestamp("DtUtc", berlin).toInstant()).isEqualTo(Instant.parse("2018-02-04T11:30:00Z"));
        assertThat(results.getObject("DtUnspec", LocalDateTime.class))
                .isEqualTo(LocalDateTime.parse("2018-04-04T09:00:00.500"));
        assertState("07006", () -> results.getObject("DtUnspec", Instant.class));
        assertThat(results.getDate("DtDate")).isEqualTo(java.sql.Date.valueOf("2019-05-13"));
        assertThat(results.getObject("DtDate")).isInstanceOf(java.sql.Date.class);
        assertThat(results.getObject("DtDate", LocalDate.class)).isEqualTo(LocalDate.parse("2019-05-13"));
        assertThat(results.getString("DtDate")).isEqualTo("2019-05-13");
        assertThat(results.getTime("DtTime").toLocalTime()).isEqualTo(LocalTime.parse("13:43:15"));
        assertThat(results.getObject("DtTime", LocalTime.class)).isEqualTo(LocalTime.parse("13:43:15"));
        assertThat(results.getString("DtTime")).isEqualTo("13:43:15.000");
        assertState("07006", () -> results.getLong("DtUtc"));
        assertState("07006", () -> results.getDouble("DtUtc"));
    }

    @Test
    void bytesComeWholeInEveryForm() throws SQLException, IOException {
        byte[] expected = {3, 0, (byte) 255, 9};
        ResultSet results = thing("Bin");

        assertThat(results.getBytes(1)).isEqualTo(expected);
        assertThat(results.getObject(1)).isEqualTo(expected);
        assertThat(results.getString(1)).isEqualTo("0300ff09");
        assertThat(results.getBinaryStream(1).readAllBytes()).isEqualTo(expected);
        assertThat(results.getObject(1, byte[].class)).isEqualTo(expected);
        Blob blob = results.getBlob(1);
        assertThat(blob.length()).isEqualTo(4);
        assertThat(blob.getBytes(2, 10)).containsExactly(0, 255, 9);
        assertThat(blob.getBinaryStream(3, 1).readAllBytes()).containsExactly(255);
        assertThat(blob.position(new byte[] {(byte) 255}, 1)).isEqualTo(3);
        assertThat(blob.position(blob, 2)).isEqualTo(-1);
        assertState("HY024", () -> blob.getBytes(0, 1));
        assertState("0A000", () -> blob.setBytes(1, expected));
        blob.free();
        assertState("HY010", blob::length);
        assertState("07006", () -> results.getLong(1));
    }

    @Test
    void guidsAreTextsAndBytes() throws SQLException {
        ResultSet results = thing("FederationGuid");
        UUID expected = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000013");

        assertThat(results.getString(1)).isEqualTo(expected.toString());
        assertThat(results.getObject(1)).isEqualTo(expected.toString());
        assertThat(results.getObject(1, UUID.class)).isEqualTo(expected);
        assertThat(results.getObject(1, Guid.class)).hasToString(expected.toString());
        assertThat(results.getBytes(1)).hasSize(16).startsWith(0xaa, 0xaa);
    }

    @Test
    void textsStream() throws SQLException, IOException {
        ResultSet results = row("VALUES('Wänd')");

        assertThat(results.getCharacterStream(1).read()).isEqualTo('W');
        assertThat(results.getNCharacterStream(1).skip(1)).isEqualTo(1);
        assertThat(results.getAsciiStream(1).readAllBytes()).isEqualTo(new byte[] {'W', '?', 'n', 'd'});
        assertThat(results.getNString(1)).isEqualTo("Wänd");
    }

    @Test
    void pointsAndStructsAreStructs() throws SQLException {
        ResultSet results = thing("P2, P3, St");
        Struct point = (Struct) results.getObject("P2");
        Struct outer = results.getObject("St", Struct.class);

        assertThat(point.getSQLTypeName()).isEqualTo("Point2d");
        assertThat(point.getAttributes()).containsExactly(3.1, -3.0);
        assertThat(((Struct) results.getObject("P3")).getAttributes()).containsExactly(3.0, 3.25, -6.0);
        assertThat(results.getString("P2")).isEqualTo("{\"X\":3.1,\"Y\":-3}");
        assertThat(outer.getSQLTypeName()).isEqualTo("EcsqlTypes.Outer");
        assertThat(outer.getAttributes()).hasSize(4).contains(3.75);
        Struct inner = (Struct) java.util.Arrays.stream(outer.getAttributes())
                .filter(Struct.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(inner.getAttributes())
                .contains("lab3", 3, Timestamp.valueOf("2020-04-11 01:02:03.004"))
                .contains(new JdbcStruct("Point2d", new Object[] {3.5, -3.0}, null));
        assertState("0A000", () -> outer.getAttributes(Map.of("a", String.class)));
        assertState("07006", () -> results.getArray("P2"));
    }

    @Test
    void arraysAreArrays() throws SQLException {
        ResultSet results = thing("St.Names, St.Ins");
        Array names = results.getArray(1);

        assertThat(names.getBaseTypeName()).isEqualTo("VARCHAR");
        assertThat((Object[]) names.getArray()).containsExactly("n3", "m3");
        assertThat((Object[]) names.getArray(2, 5)).containsExactly("m3");
        assertThat(results.getString(1)).isEqualTo("[\"n3\",\"m3\"]");
        ResultSet items = names.getResultSet();
        assertThat(items.next()).isTrue();
        assertThat(items.getLong("INDEX")).isEqualTo(1);
        assertThat(items.getString("VALUE")).isEqualTo("n3");
        assertState("HY024", () -> names.getArray(0, 1));
        assertThat((Object[]) ((Array) results.getObject(2)).getArray())
                .hasSize(2)
                .allMatch(Struct.class::isInstance);
        names.free();
        assertState("HY010", names::getArray);
    }

    @Test
    void objectsComeInTheClassThatIsAskedFor() throws SQLException {
        ResultSet results = thing("I, D, S, B");

        assertThat(results.getObject("I", Byte.class)).isEqualTo((byte) -3);
        assertThat(results.getObject("I", Short.class)).isEqualTo((short) -3);
        assertThat(results.getObject("I", Integer.class)).isEqualTo(-3);
        assertThat(results.getObject("I", Long.class)).isEqualTo(-3L);
        assertThat(results.getObject("I", BigInteger.class)).isEqualTo(BigInteger.valueOf(-3));
        assertThat(results.getObject("I", Object.class)).isEqualTo(-3);
        assertThat(results.getObject("D", Float.class)).isEqualTo(3.1f);
        assertThat(results.getObject("D", Double.class)).isEqualTo(3.1);
        assertThat(results.getObject("D", BigDecimal.class)).isEqualByComparingTo("3.1");
        assertThat(results.getObject("B", Boolean.class)).isFalse();
        assertThat(results.getObject("S", String.class)).isEqualTo("a%b_c");
        assertState("07006", () -> results.getObject("S", Thread.class));
        assertState("HY024", () -> results.getObject("S", (Class<?>) null));
        assertState("0A000", () -> results.getObject("S", Map.of("a", String.class)));
    }

    @Test
    void instancePropertiesComeAsEachRowHasThem() throws SQLException {
        ResultSet results = thing("$->I, $->S, $->P2");

        assertThat(results.getInt(1)).isEqualTo(-3);
        assertThat(results.getString(2)).isEqualTo("a%b_c");
        assertThat(results.getString(3)).contains("\"X\":3.1");
        assertThat(results.getObject(1)).isEqualTo("-3");
    }

    @Test
    void closedResultsRefuseEverything() throws SQLException {
        ResultSet results = row("VALUES(7)");
        results.close();
        results.close();

        assertThat(results.isClosed()).isTrue();
        for (ThrowingSql call : new ThrowingSql[] {
            results::next,
            () -> results.getLong(1),
            () -> results.getString("a"),
            results::wasNull,
            results::getMetaData,
            results::getRow,
            results::isBeforeFirst,
            results::getStatement,
            results::getWarnings,
            results::getType,
            () -> results.findColumn("a"),
            () -> results.setFetchSize(1)
        }) {
            assertState("HY010", call::run);
        }
    }

    @Test
    void compositesAreJsonTextForToolsThatWantThat() throws SQLException {
        try (Connection json = java.sql.DriverManager.getConnection(
                new SampleFiles(folder).url("ecsql/types.bim") + "?composites=json")) {
            ResultSet results = json.createStatement().executeQuery("SELECT P2, St.Names FROM et.Thing WHERE I=-3");
            results.next();
            assertThat(results.getObject(1)).isEqualTo("{\"X\":3.1,\"Y\":-3}");
            assertThat(results.getObject(2)).isEqualTo("[\"n3\",\"m3\"]");
            assertThat(results.getMetaData().getColumnTypeName(1)).isEqualTo("VARCHAR");
        }
    }
}
