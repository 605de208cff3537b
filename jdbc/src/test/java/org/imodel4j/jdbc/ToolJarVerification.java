package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for tools after it is packaged: what is in it, and a SQL shell that has nothing of ours but it. */
class ToolJarVerification {
    private static final Path JAR = Path.of(System.getProperty("imodel4j.jdbc.jar"));

    @TempDir
    private Path folder;

    @Test
    void theJarHoldsAllThatADriverNeeds() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "META-INF/maven/org.xerial/sqlite-jdbc/LICENSE",
                            "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
                            "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib",
                            "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll")
                    .doesNotContain("module-info.class")
                    .doesNotHaveDuplicates();
            assertThat(names).noneMatch(name -> name.startsWith("org/slf4j/") || name.contains("org/tukaani/"));
            assertThat(text(jar, "META-INF/services/java.sql.Driver").lines())
                    .contains("org.imodel4j.jdbc.IModelDriver");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("org.imodel4j.jdbc");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSqlShellBrowsesAndAsks() throws Exception {
        String output = shell(
                "!tables",
                "!columns WallType",
                "!primarykeys WallType",
                "!importedkeys WallConnectsWall",
                "!dbinfo",
                "SELECT \"w\".\"CodeValue\", \"w\".\"Model.Id\" FROM \"Bldg\".\"Wall\" \"w\" WHERE \"w\".\"CodeValue\" = 'W-0-3';",
                "SELECT Nothing FROM bis.Element;",
                "SELECT 1 FROM bis.Nothing;",
                "SELEKT;",
                "INSERT INTO bis.CodeSpec(Name) VALUES('a');");

        assertThat(output.lines())
                .anyMatch(line -> line.contains("'Bldg','WallType','TABLE'"))
                .anyMatch(line -> line.contains("'BisCore','Element','VIEW'"))
                .anyMatch(line -> line.contains("'Bldg','WallType','ECInstanceId','-5','BIGINT'"))
                .anyMatch(line -> line.contains("'Bldg','WallType','ECInstanceId','1'"))
                .anyMatch(line -> line.contains("'Bldg','WallConnectsWall','SourceECInstanceId'"))
                .anyMatch(line -> line.contains("getDatabaseProductName") && line.contains("imodel4j"))
                .contains("'CodeValue','Model.Id'", "'W-0-3','28'");
        assertThat(output)
                .contains(
                        "(state=42S22,code=1)", "(state=42S02,code=1)", "(state=42000,code=1)", "(state=25006,code=1)")
                .doesNotContain("SLF4J", "NoClassDefFoundError", "0A000");
    }

    private String shell(String... commands) throws Exception {
        Path script = Files.write(folder.resolve("script.sql"), List.of(commands));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "sqlline.SqlLine",
                "-u",
                new SampleFiles(folder).url("building.bim"),
                "-n",
                "",
                "-p",
                "",
                "--readOnly=true",
                "--isolation=TRANSACTION_NONE",
                "--outputFormat=csv",
                "--color=false",
                "--force=true",
                "--run=" + script));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(folder.resolve("nothing")).toFile()))
                .start();
        process.waitFor();
        return Files.readString(output);
    }

    /** The jar, and of the class path of this test only what the shell is made of. */
    private static String classPath() {
        return JAR
                + File.pathSeparator
                + Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry ->
                                Path.of(entry).getFileName().toString().matches("(sqlline|jline|jansi|jna).*\\.jar"))
                        .collect(Collectors.joining(File.pathSeparator));
    }
}
