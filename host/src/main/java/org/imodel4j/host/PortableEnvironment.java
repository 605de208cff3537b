package org.imodel4j.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The environment for lack of a better one; wall time stands for processor time. */
final class PortableEnvironment implements HostEnvironment {
    private final ThreadFactory threads = Executors.defaultThreadFactory();
    private final long started = System.nanoTime();

    @Override
    public Thread newQueryThread(Runnable work, String name) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public long threadCpuNanos() {
        return System.nanoTime();
    }

    @Override
    public ProcessFigures processFigures() {
        Runtime runtime = Runtime.getRuntime();
        List<ProcessFigures.Cpu> cpus = new ArrayList<>();
        for (int i = 0; i < runtime.availableProcessors(); i++) {
            cpus.add(new ProcessFigures.Cpu(System.getProperty("os.arch", ""), 0));
        }
        long used = runtime.totalMemory() - runtime.freeMemory();
        double uptime = (System.nanoTime() - started) / 1e9;
        return new ProcessFigures(
                -1, -1, uptime, -1, -1, runtime.totalMemory(), used, -1, -1, -1, -1, "localhost", cpus);
    }
}
