package org.imodel4j.testkit;

import org.imodel4j.sqlite.SqliteDriver;
import org.imodel4j.sqlite.SqliteDrivers;

/** The driver that is used when nothing else is installed keeps the contract. */
class XerialDriverTest extends SqliteDriverContract {
    @Override
    protected SqliteDriver driver() {
        return SqliteDrivers.best();
    }
}
