package dev.assistant.adapters.dynamodb;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Short random pauses between attempts at an item that others write too, so that they do not collide again. */
final class Backoff {
    private static final long FIRST_MILLIS = 5;
    private static final long LONGEST_MILLIS = 100;

    private Backoff() {}

    /** @param attempt from 1 */
    static void pause(int attempt) {
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, most + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
