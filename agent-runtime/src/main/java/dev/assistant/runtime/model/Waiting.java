package dev.assistant.runtime.model;

import java.time.Duration;

/** Time that passes between two tries. */
@FunctionalInterface
interface Waiting {
    void pass(Duration time) throws InterruptedException;
}
