package org.imodel4j.sqlite;

import java.util.ServiceLoader;

/**
 * Knows the driver to use: the usable one with the highest preference among the built-in one (sqlite-jdbc) and those that
 * modules provide as a {@link SqliteDriver} service. One process must not read one file through two drivers, because
 * closing a file in one library drops the locks of the other; so the choice is made once.
 */
public final class SqliteDrivers {
    private SqliteDrivers() {}

    public static SqliteDriver best() {
        return Chosen.DRIVER;
    }

    private static final class Chosen {
        static final SqliteDriver DRIVER = choose();

        private static SqliteDriver choose() {
            SqliteDriver best = new XerialDriver();
            for (SqliteDriver driver : ServiceLoader.load(SqliteDriver.class, SqliteDriver.class.getClassLoader())) {
                if (driver.preference() > best.preference() && driver.isUsable()) {
                    best = driver;
                }
            }
            return best;
        }
    }
}
