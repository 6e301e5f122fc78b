package dev.assistant.runtime.analysis.quality;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The most heap that was really in use: what full collections left. Between them the heap also holds what nobody needs any more,
 * up to its limit. Thread-safe.
 */
final class LiveHeap {
    private static final String FULL = "end of major GC";

    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
    private final AtomicLong most = new AtomicLong();

    private LiveHeap() {}

    /** Begins to watch. */
    static LiveHeap watched() {
        LiveHeap heap = new LiveHeap();
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (notification, handback) -> {
                                    if (notification.getUserData() instanceof CompositeData data) {
                                        heap.note(GarbageCollectionNotificationInfo.from(data));
                                    }
                                },
                                null,
                                null));
        return heap;
    }

    /** In bytes; 0 when there was no full collection, since there was room for everything. */
    long most() {
        return most.get();
    }

    private void note(GarbageCollectionNotificationInfo collection) {
        if (collection.getGcAction().equals(FULL)) {
            long left = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                    .filter(pool -> pools.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
            most.accumulateAndGet(left, Math::max);
        }
    }
}
