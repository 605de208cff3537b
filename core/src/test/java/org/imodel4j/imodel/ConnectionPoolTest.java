package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionPoolTest {
    @TempDir
    Path folder;

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicReference<IModelException> refusal = new AtomicReference<>();
    private ConnectionPool pool;
    private ECSchemas schemas;
    private Path file;

    @SuppressWarnings("NullAway.Init")
    ConnectionPoolTest() {}

    @BeforeEach
    void open() throws Exception {
        file = DoctoredFile.copy("empty.bim", folder);
        schemas = new ECSchemas(this::database);
        pool = new ConnectionPool(2, this::connection, connection());
    }

    @AfterEach
    void close() {
        pool.close();
        schemas.close();
    }

    private SqliteDatabase database() {
        return SqliteDrivers.best().open(OpenRequest.readOnly(file));
    }

    private FileConnection connection() {
        IModelException failure = refusal.get();
        if (failure != null) {
            throw failure;
        }
        opened.incrementAndGet();
        return new FileConnection(database(), new ECSqlEngine(schemas));
    }

    @Test
    void oneReaderAfterTheOtherUsesOneConnection() {
        for (int i = 0; i < 10; i++) {
            pool.read(connection -> connection.statements().size());
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void aReaderWaitsWhileAllConnectionsAreLent() throws InterruptedException {
        CountDownLatch bothIn = new CountDownLatch(2);
        CountDownLatch mayLeave = new CountDownLatch(1);
        AtomicInteger third = new AtomicInteger();
        Thread[] readers = new Thread[3];
        for (int i = 0; i < 2; i++) {
            readers[i] = new Thread(() -> pool.<Boolean>read(connection -> {
                bothIn.countDown();
                await(mayLeave);
                return true;
            }));
            readers[i].start();
        }
        bothIn.await();
        readers[2] = new Thread(() -> pool.<Integer>read(connection -> third.incrementAndGet()));
        readers[2].start();
        while (readers[2].getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(third).hasValue(0);
        mayLeave.countDown();
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(third).hasValue(1);
        assertThat(opened).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aConnectionThatCanNotBeOpenedLeavesRoomForTheNext() throws InterruptedException {
        refusal.set(new IModelException(Status.BE_SQLITE_CANTOPEN, "no"));
        pool.<Boolean>read(outer -> {
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread other = new Thread(() -> {
                try {
                    pool.read(connection -> true);
                } catch (IModelException e) {
                    failure.set(e);
                }
            });
            other.start();
            join(other);
            assertThat(failure.get()).hasMessage("no");
            return true;
        });
        refusal.set(null);
        assertThat(pool.<Boolean>read(connection -> true)).isTrue();
        assertThat(pool.size()).isEqualTo(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aConnectionWithAStatementLeftOpenIsNotLentAgain() {
        FileConnection leaking = pool.read(connection -> {
            connection
                    .statements()
                    .acquire("SELECT 1 UNION SELECT 2")
                    .statement()
                    .step();
            return connection;
        });
        assertThat(pool.size()).isZero();
        assertThat(pool.<Boolean>read(connection -> connection != leaking)).isTrue();
    }

    @Test
    void aReaderThatIsInterruptedWhileItWaitsSaysSo() throws InterruptedException {
        AtomicReference<IModelException> failure = new AtomicReference<>();
        CountDownLatch bothIn = new CountDownLatch(2);
        CountDownLatch mayLeave = new CountDownLatch(1);
        Thread[] holders = new Thread[2];
        for (int i = 0; i < 2; i++) {
            holders[i] = new Thread(() -> pool.<Boolean>read(connection -> {
                bothIn.countDown();
                await(mayLeave);
                return true;
            }));
            holders[i].start();
        }
        bothIn.await();
        Thread waiting = new Thread(() -> {
            try {
                pool.read(connection -> true);
            } catch (IModelException e) {
                failure.set(e);
            }
        });
        waiting.start();
        waiting.interrupt();
        waiting.join();
        mayLeave.countDown();
        for (Thread holder : holders) {
            holder.join();
        }
        assertThat(failure.get()).hasMessageContaining("Interrupted");
    }

    @Test
    void whatWorkThrowsReachesTheCallerAndTheConnectionStays() {
        assertThatThrownBy(() -> pool.read(connection -> {
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(pool.size()).isEqualTo(1);
    }
}
