package org.imodel4j.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.imodel4j.testkit.Fixtures;

/** Sample files in a folder, connections to them, and the questions that many tests ask. */
final class SampleFiles {
    private final Path folder;

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    /** The URL of a copy of a fixture. */
    String url(String name) {
        Path copy = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        if (!Files.exists(copy)) {
            copy = Fixtures.copy(name, folder);
        }
        return "jdbc:imodel:" + copy;
    }

    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name));
    }

    /** A file that is no iModel. */
    Path textFile() {
        try {
            return Files.writeString(folder.resolve("text.bim"), "not an iModel".repeat(500));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of all columns of all rows. */
    static List<List<String>> rows(ResultSet results) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        int columns = results.getMetaData().getColumnCount();
        try (results) {
            while (results.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(results.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return rows(statement.executeQuery(sql));
        }
    }

    /** The texts of one column, by its label. */
    static List<String> column(ResultSet results, String label) throws SQLException {
        List<String> values = new ArrayList<>();
        try (results) {
            while (results.next()) {
                values.add(results.getString(label));
            }
        }
        return values;
    }

    static void assertState(String sqlState, ThrowingCallable call) {
        Assertions.assertThatThrownBy(call)
                .isInstanceOfSatisfying(SQLException.class, e -> Assertions.assertThat(e.getSQLState())
                        .as(e.toString())
                        .isEqualTo(sqlState));
    }
}
