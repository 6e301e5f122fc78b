package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobInbox;
import dev.assistant.workflow.JobQueue;
import dev.assistant.workflow.Lease;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Both ends of the job queue in memory. A receive answers at once whatever its wait; hidden messages show again when the clock
 * says so, and have no dead letters. Thread-safe.
 */
public final class InMemoryJobQueue implements JobQueue, JobInbox {
    private final InstantSource clock;
    private final Map<UUID, Message> messages = new LinkedHashMap<>();
    private boolean isDown;

    public InMemoryJobQueue(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void enqueue(JobId job, UUID tenant) {
        requireUp();
        messages.put(UUID.randomUUID(), new Message(job, tenant, Instant.MIN, 0));
    }

    @Override
    public synchronized List<Delivery> receive(int most, Duration wait) {
        requireUp();
        Instant now = clock.instant();
        List<Delivery> deliveries = new ArrayList<>();
        Iterator<Map.Entry<UUID, Message>> all = messages.entrySet().iterator();
        while (all.hasNext() && deliveries.size() < most) {
            Map.Entry<UUID, Message> entry = all.next();
            Message message = entry.getValue();
            if (!message.hiddenUntil().isAfter(now)) {
                Message received =
                        new Message(message.job(), message.tenant(), now.plus(Lease.LENGTH), message.count() + 1);
                entry.setValue(received);
                deliveries.add(new Delivery(
                        message.job(),
                        receipt(entry.getKey(), received),
                        received.count(),
                        Optional.of(message.tenant())));
            }
        }
        return deliveries;
    }

    private static String receipt(UUID id, Message message) {
        return id + "/" + message.count();
    }

    @Override
    public synchronized void hide(Delivery delivery, Duration length) {
        requireUp();
        Instant until = clock.instant().plus(length);
        messages.replaceAll((id, message) -> receipt(id, message).equals(delivery.receipt())
                ? new Message(message.job(), message.tenant(), until, message.count())
                : message);
    }

    @Override
    public synchronized void postpone(Delivery delivery, Duration length) {
        remind(delivery.job(), delivery.tenant().orElseThrow(), length);
        delete(delivery);
    }

    @Override
    public synchronized void remind(JobId job, UUID tenant, Duration length) {
        requireUp();
        messages.put(UUID.randomUUID(), new Message(job, tenant, clock.instant().plus(length), 0));
    }

    @Override
    public synchronized void delete(Delivery delivery) {
        requireUp();
        messages.entrySet()
                .removeIf(entry -> receipt(entry.getKey(), entry.getValue()).equals(delivery.receipt()));
    }

    /** The jobs of all messages, hidden ones included, oldest first. */
    public synchronized List<JobId> jobs() {
        return messages.values().stream().map(Message::job).toList();
    }

    /** From now on the queue answers nobody, or does again. */
    public synchronized void setDown(boolean isDown) {
        this.isDown = isDown;
    }

    private void requireUp() {
        if (isDown) {
            throw new Failure.Unavailable("queue", Duration.ofSeconds(5), new IOException("down"));
        }
    }

    private record Message(JobId job, UUID tenant, Instant hiddenUntil, int count) {}
}
