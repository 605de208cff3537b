package org.imodel4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.imodel4j.host.ProcessFigures;
import org.junit.jupiter.api.Test;

class JdkEnvironmentTest {
    private final JdkEnvironment environment = new JdkEnvironment();

    @Test
    void queryThreadsArePlatformThreadsThatEndWithTheProcess() throws Exception {
        Thread thread = environment.newQueryThread(() -> {}, "query");
        assertThat(thread.isVirtual()).isFalse();
        assertThat(thread.isDaemon()).isTrue();
        thread.start();
        thread.join();
    }

    @Test
    void processorTimeOfAThreadGrowsWithItsWork() {
        long before = environment.threadCpuNanos();
        double sum = 0;
        for (int i = 0; environment.threadCpuNanos() == before && i < 1_000_000_000; i++) {
            sum += Math.sqrt(i);
        }
        assertThat(sum).isNotNegative();
        assertThat(environment.threadCpuNanos()).isGreaterThan(before);
    }

    @Test
    void figuresAreThoseOfThisProcess() {
        ProcessFigures figures = environment.processFigures();
        assertThat(figures.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(figures.heapUsed()).isPositive().isLessThanOrEqualTo(figures.heapTotal());
        assertThat(figures.totalMemory()).isGreaterThan(figures.freeMemory());
        assertThat(figures.cpus()).hasSize(Runtime.getRuntime().availableProcessors());
    }
}
