/** Measurements of the running stack, for {@code ./localstack/bench}. They print; they assert nothing. */
@NullMarked
package dev.assistant.localstack.bench;

import org.jspecify.annotations.NullMarked;
