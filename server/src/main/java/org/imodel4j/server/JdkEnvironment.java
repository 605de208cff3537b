package org.imodel4j.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ProcessFigures;
import org.jspecify.annotations.Nullable;

/** The platform of a host that runs on a JDK: platform threads for SQLite, and exact figures. Safe for use by many threads. */
public final class JdkEnvironment implements HostEnvironment {
    /** Asked for when first needed: the management classes cost a short-lived process more than it does. */
    private static final class Beans {
        static final java.lang.management.ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private Beans() {}
    }

    /** A platform thread: SQLite blocks inside native code, where a virtual thread would hold its carrier. */
    @Override
    public Thread newQueryThread(Runnable work, String name) {
        return Thread.ofPlatform().name(name).daemon(true).unstarted(work);
    }

    @Override
    public void begin(Runnable work, String name) {
        Thread.ofVirtual().name(name).start(work);
    }

    @Override
    public long threadCpuNanos() {
        return Beans.THREADS.isCurrentThreadCpuTimeSupported()
                ? Beans.THREADS.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    @Override
    public ProcessFigures processFigures() {
        Runtime runtime = Runtime.getRuntime();
        MemoryUsage outside = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        ProcessHandle self = ProcessHandle.current();
        return new ProcessFigures(
                self.pid(),
                self.parent().map(ProcessHandle::pid).orElse(-1L),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0,
                systemUptime(),
                residentMemory(),
                runtime.totalMemory(),
                runtime.totalMemory() - runtime.freeMemory(),
                outside.getUsed(),
                Beans.SYSTEM.getTotalMemorySize(),
                Beans.SYSTEM.getFreeMemorySize(),
                Beans.SYSTEM.getProcessCpuLoad(),
                hostname(),
                Collections.nCopies(
                        runtime.availableProcessors(), new ProcessFigures.Cpu(System.getProperty("os.arch", ""), 0)));
    }

    @Override
    public byte @Nullable [] scaledImage(byte[] image, int width, int height, boolean asJpeg) {
        return ScaledImage.of(image, width, height, asJpeg);
    }

    private static double systemUptime() {
        String text = firstLine(Path.of("/proc/uptime"));
        return text.isEmpty() ? -1 : Double.parseDouble(text.split(" ", 2)[0]);
    }

    private static long residentMemory() {
        String[] pages = firstLine(Path.of("/proc/self/statm")).split(" ");
        return pages.length < 2 ? -1 : Long.parseLong(pages[1]) * 4096;
    }

    /** The first line of a file of the Linux kernel; empty elsewhere. */
    private static String firstLine(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? "" : lines.get(0);
        } catch (java.io.IOException e) {
            return "";
        }
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
