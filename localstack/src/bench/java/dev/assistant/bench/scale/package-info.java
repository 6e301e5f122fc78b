/** How throughput grows with agent-runtime's processes, and what one person's backlog costs another. */
@NullMarked
package dev.assistant.bench.scale;

import org.jspecify.annotations.NullMarked;
