/** Queues: ids of jobs for workers and of connections for the replay function, and mails to be delivered. */
@NullMarked
package dev.assistant.adapters.sqs;

import org.jspecify.annotations.NullMarked;
