package org.imodel4j.examples.android;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteJDBCLoader;

class AndroidLibrariesTest {
    private static final String NATIVES = "/org/sqlite/native/Linux-Android/";

    @ParameterizedTest
    @ValueSource(strings = {"aarch64", "arm", "x86", "x86_64"})
    void theDriverHasALibraryForEveryProcessorOfAndroid(String processor) throws IOException {
        try (var library = SQLiteJDBCLoader.class.getResourceAsStream(NATIVES + processor + "/libsqlitejdbc.so")) {
            assertThat(library).isNotNull();
            assertThat(library.readNBytes(4)).containsExactly(0x7f, 'E', 'L', 'F');
        }
    }

    @Test
    void gradleTakesTheLibraryOfTheDriverThatMavenTests() throws IOException {
        Properties driver = new Properties();
        try (var in =
                SQLiteJDBCLoader.class.getResourceAsStream("/META-INF/maven/org.xerial/sqlite-jdbc/pom.properties")) {
            driver.load(in);
        }
        assertThat(Files.readString(Path.of("build.gradle.kts")))
                .contains("sqlite-jdbc:" + driver.getProperty("version") + ":natives-android");
    }
}
