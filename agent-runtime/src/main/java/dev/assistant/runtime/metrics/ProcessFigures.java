package dev.assistant.runtime.metrics;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;

/** What this process takes of its machine. Thread-safe. */
final class ProcessFigures {
    private static final double PERCENT = 100;
    private static final File TEMPORARY = new File(System.getProperty("java.io.tmpdir"));

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Of all processors that the process may use, 0 to 100; 0 until it is known. */
    double processorPercent() {
        return Math.max(0, system.getProcessCpuLoad()) * PERCENT;
    }

    /** Heap and other memory of the virtual machine; native libraries' own is not known to it. */
    long memoryBytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
    }

    /** Used of the disk where jobs' files are unpacked, 0 to 100. */
    double diskPercent() {
        long total = TEMPORARY.getTotalSpace();
        return total == 0 ? 0 : PERCENT * (total - TEMPORARY.getUsableSpace()) / total;
    }
}
