/** Functions without routes: what queues, schedules and deployments start. */
@NullMarked
package dev.assistant.api.events;

import org.jspecify.annotations.NullMarked;
