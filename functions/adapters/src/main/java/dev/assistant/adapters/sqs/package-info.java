/** Queues of ids: jobs for workers, connections for the replay function. */
@NullMarked
package dev.assistant.adapters.sqs;

import org.jspecify.annotations.NullMarked;
