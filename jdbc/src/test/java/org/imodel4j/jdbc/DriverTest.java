package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.jdbc.SampleFiles.assertState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverTest {
    @TempDir
    private Path folder;

    private SampleFiles files;

    @BeforeEach
    void setUp() {
        files = new SampleFiles(folder);
    }

    @Test
    void driverManagerFindsTheDriverByItself() throws SQLException {
        assertThat(DriverManager.getDriver("jdbc:imodel:any.bim")).isInstanceOf(IModelDriver.class);
        assertThat(ServiceLoader.load(Driver.class)).hasAtLeastOneElementOfType(IModelDriver.class);
    }

    @Test
    void urlsOfOtherDriversAreLeftToThem() throws SQLException {
        IModelDriver driver = new IModelDriver();

        assertThat(driver.acceptsURL("jdbc:sqlite:a.bim")).isFalse();
        assertThat(driver.connect("jdbc:sqlite:a.bim", new Properties())).isNull();
        assertThat(driver.acceptsURL("JDBC:IMODEL:a.bim")).isTrue();
        assertThat(driver.acceptsURL(null)).isFalse();
        assertState("08001", () -> driver.connect(null, new Properties()));
    }

    @Test
    void everyKeyIsDescribedWithTheValueThatCounts() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("busyTimeout", "7");
        properties.setProperty("immutable", "true");
        DriverPropertyInfo[] described =
                new IModelDriver().getPropertyInfo("jdbc:imodel:a.bim?immutable=false", properties);

        assertThat(described)
                .extracting(info -> info.name + "=" + info.value)
                .containsExactly("readonly=true", "immutable=false", "busyTimeout=7", "composites=struct");
        assertThat(described).allSatisfy(info -> {
            assertThat(info.description).isNotBlank();
            assertThat(info.required).isFalse();
        });
        assertThat(Arrays.stream(described).filter(info -> info.choices != null))
                .allSatisfy(info -> assertThat(info.choices).contains(info.value));
    }

    @Test
    void keysComeFromTheUrlOrFromProperties() throws SQLException {
        Properties json = new Properties();
        json.setProperty("composites", "json");
        json.setProperty("user", "nobody");
        try (Connection byProperty = DriverManager.getConnection(files.url("building.bim"), json);
                Connection byUrl =
                        DriverManager.getConnection(files.url("building.bim") + "?composites=struct", json)) {
            String sql = "SELECT Origin FROM Bldg.Wall LIMIT 1";
            assertThat(byProperty.prepareStatement(sql).getMetaData().getColumnTypeName(1))
                    .isEqualTo("VARCHAR");
            assertThat(byUrl.prepareStatement(sql).getMetaData().getColumnTypeName(1))
                    .isEqualTo("Point3d");
        }
    }

    @Test
    void filesOpenAlsoWithThePromiseThatNobodyChangesThem() throws SQLException {
        try (Connection connection = DriverManager.getConnection(files.url("building.bim") + "?immutable=true")) {
            assertThat(SampleFiles.rows(connection, "SELECT COUNT(*) FROM bis.Element"))
                    .hasSize(1);
        }
    }

    @Test
    void urlsThatMeanNothingAreRefused() {
        String file = files.url("building.bim");
        for (String url : new String[] {
            "jdbc:imodel:",
            "jdbc:imodel: ?immutable=true",
            file + "?nope=1",
            file + "?immutable",
            file + "?immutable=perhaps",
            file + "?busyTimeout=-1",
            file + "?busyTimeout=soon",
            file + "?composites=xml",
            "jdbc:imodel:a\0b.bim"
        }) {
            assertState("08001", () -> DriverManager.getConnection(url));
        }
        assertState("0A000", () -> DriverManager.getConnection(file + "?readonly=false"));
    }

    @Test
    void filesThatCanNotBeOpenedCanNotBeConnectedTo() {
        assertState("08001", () -> DriverManager.getConnection("jdbc:imodel:" + folder.resolve("none.bim")));
        assertState("08001", () -> DriverManager.getConnection("jdbc:imodel:" + folder));
        assertState("08001", () -> DriverManager.getConnection("jdbc:imodel:" + files.textFile()));
    }

    @Test
    void aFileThatCouldNotBeOpenedCanBeOpenedOnceItIsThere() throws SQLException, IOException {
        Path late = folder.resolve("late.bim");
        assertState("08001", () -> DriverManager.getConnection("jdbc:imodel:" + late));
        files.url("building.bim");
        Files.move(folder.resolve("building.bim"), late);
        try (Connection connection = DriverManager.getConnection("jdbc:imodel:" + late)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void dataSourceConnectsToItsUrl() throws SQLException {
        IModelDataSource source = new IModelDataSource();
        assertState("08001", source::getConnection);
        source.setUrl(files.url("building.bim"));
        source.setLoginTimeout(3);
        try (Connection connection = source.getConnection();
                Connection other = source.getConnection("user", "password")) {
            assertThat(connection.isValid(0)).isTrue();
            assertThat(other.isValid(0)).isTrue();
        }
        assertThat(source.getLoginTimeout()).isEqualTo(3);
        assertThat(source.unwrap(IModelDataSource.class)).isSameAs(source);
        assertThat(source.isWrapperFor(String.class)).isFalse();
        assertState("HY024", () -> source.unwrap(String.class));
    }

    @Test
    void plainECDbFilesAreReadToo() throws SQLException {
        try (Connection connection = files.connect("mapping.ecdb")) {
            assertThat(SampleFiles.rows(connection, "SELECT Name FROM meta.ECSchemaDef WHERE Name='ECDbMeta'"))
                    .containsExactly(java.util.List.of("ECDbMeta"));
        }
    }
}
