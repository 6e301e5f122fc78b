/** Jobs: runs of workflows, from queued to finished, with leases that keep two workers apart. */
@NullMarked
package dev.assistant.workflow;

import org.jspecify.annotations.NullMarked;
