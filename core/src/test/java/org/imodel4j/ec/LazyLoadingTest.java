package org.imodel4j.ec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a question costs does not depend on how much else is in the file. */
@NullUnmarked
class LazyLoadingTest {
    @TempDir
    Path folder;

    /** A copy of {@code building.bim} with so many more schemas, each with classes that derive from the same base. */
    private Path withSchemas(int count) throws IOException {
        Path copy = folder.resolve(count + ".bim");
        Files.copy(FixtureSchemas.file("building.bim"), copy);
        SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(copy));
        database.execute("PRAGMA journal_mode=DELETE");
        String numbers = "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<" + count + ") ";
        if (count > 0) {
            database.execute(numbers + "INSERT INTO ec_Schema(Id,Name,Alias,VersionDigit1,VersionDigit2,VersionDigit3)"
                    + " SELECT 10000+i,'More'||i,'m'||i,1,0,0 FROM n");
            database.execute(numbers + "INSERT INTO ec_Class(Id,SchemaId,Name,Type,Modifier)"
                    + " SELECT 100000+i,10000+i,'Wall',0,0 FROM n");
            database.execute(numbers + "INSERT INTO ec_ClassHasBaseClasses(ClassId,BaseClassId,Ordinal)"
                    + " SELECT 100000+i,(SELECT Id FROM ec_Class WHERE Name='PhysicalElement'),0 FROM n");
        }
        database.close();
        return copy;
    }

    private static int rowsReadFor(Path file) {
        AtomicInteger rows = new AtomicInteger();
        try (ECSchemas schemas = new ECSchemas(() -> counting(FixtureSchemas.database(file), rows))) {
            ECClass wall = schemas.getClass("Bldg:Wall");
            schemas.mapOf(wall);
            assertThat(schemas.isSubclass(
                            wall.id(), schemas.getClass("BisCore:Element").id()))
                    .isTrue();
            return rows.get();
        }
    }

    @Test
    void aClassAmongHundredsOfSchemasTakesNoMoreRowsThanAmongTen() throws IOException {
        int few = rowsReadFor(withSchemas(0));
        assertThat(few).isPositive().isLessThan(300);
        assertThat(rowsReadFor(withSchemas(700))).isEqualTo(few);
    }

    @Test
    void askingAgainReadsNothing() throws IOException {
        AtomicInteger rows = new AtomicInteger();
        Path file = withSchemas(0);
        try (ECSchemas schemas = new ECSchemas(() -> counting(FixtureSchemas.database(file), rows))) {
            schemas.mapOf(schemas.getClass("Bldg:Wall"));
            int first = rows.get();
            schemas.mapOf(schemas.getClass("bldg:WALL"));
            assertThat(rows.get()).isEqualTo(first);
        }
    }

    private static SqliteDatabase counting(SqliteDatabase database, AtomicInteger rows) {
        return proxy(SqliteDatabase.class, (method, arguments) -> {
            Object result = method.invoke(database, arguments);
            return result instanceof SqliteStatement statement ? counting(statement, rows) : result;
        });
    }

    private static SqliteStatement counting(SqliteStatement statement, AtomicInteger rows) {
        return proxy(SqliteStatement.class, (method, arguments) -> {
            Object result = method.invoke(statement, arguments);
            if (method.getName().equals("step") && Boolean.TRUE.equals(result)) {
                rows.incrementAndGet();
            }
            return result;
        });
    }

    private interface Call {
        Object invoke(java.lang.reflect.Method method, Object[] arguments)
                throws IllegalAccessException, InvocationTargetException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.invoke(method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
