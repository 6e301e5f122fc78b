/** What a load asks of the cloud: queueing theory where it answers, simulation where it does not, and the money. */
@NullMarked
package dev.assistant.infrastructure.capacity;

import org.jspecify.annotations.NullMarked;
