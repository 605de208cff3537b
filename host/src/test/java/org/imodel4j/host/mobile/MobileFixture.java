package org.imodel4j.host.mobile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.rpc.IModelNotOpenException;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcPendingException;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;

/** A host with an interface and functions for tests, and the shell around it. */
final class MobileFixture implements AutoCloseable {
    final FakePorts ports = new FakePorts();
    final FakeDevice device = new FakeDevice();
    final Semaphore gate = new Semaphore(0);
    final AtomicInteger runs = new AtomicInteger();
    final CountDownLatch abandoned = new CountDownLatch(1);
    final CompletableFuture<Void> ended = new CompletableFuture<>();
    final MobileHost host;

    /** Functions of the application. */
    public interface Functions {
        String gated() throws InterruptedException;

        byte[] reversed(byte[] bytes);
    }

    MobileFixture(Path dir, IpcHostOptions ipc) {
        RpcInterface test = RpcInterface.named("TestRpcInterface", "1.0.0")
                .operation("echo", call -> RpcResult.json(call.array(0)))
                .operation("nothing", call -> RpcResult.nothing())
                .operation("bytes", call -> RpcResult.bytes(reverse(call.bytes(0))))
                .operation("gated", call -> {
                    int run = runs.incrementAndGet();
                    call.whenAbandoned(() -> {
                        abandoned.countDown();
                        gate.release();
                    });
                    gate.acquireUninterruptibly();
                    return RpcResult.json(JsonValue.of((long) run));
                })
                .operation("counted", call -> RpcResult.json(JsonValue.of((long) runs.incrementAndGet())))
                .operation("pending", call -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new RpcPendingException("wait");
                    }
                    return RpcResult.json(JsonArray.EMPTY);
                })
                .operation("notOpen", call -> {
                    throw new IModelNotOpenException();
                })
                .operation("fails", call -> {
                    throw new IModelException(42, ErrorKind.USER, "bad", null);
                })
                .build();
        Functions functions = new Functions() {
            @Override
            public String gated() {
                gate.acquireUninterruptibly();
                return "passed";
            }

            @Override
            public byte[] reversed(byte[] bytes) {
                return reverse(bytes);
            }
        };
        MobileHostOptions options = MobileHostOptions.of(device, ports)
                .withIpc(ipc)
                .with(test)
                .with(IpcHandler.of(IpcChannel.named("test"), Functions.class, functions))
                .whenEnded(() -> ended.complete(null));
        host = AndroidHost.startup(
                IModelHostConfiguration.builder().cacheDir(dir.resolve("cache")).build(), options);
    }

    /** A host that stays without its page and waits for it as long as a test takes. */
    MobileFixture(Path dir) {
        this(dir, IpcHostOptions.defaults().stayingWithoutFrontend().withGracePeriod(Duration.ofMinutes(5)));
    }

    PageClient connect() {
        return new PageClient(ports.last());
    }

    private static byte[] reverse(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Override
    public void close() {
        gate.release(1000);
        host.close();
    }
}
