/** A mixed load of many people at once on a running stack. */
@NullMarked
package dev.assistant.localstack.bench.load;

import org.jspecify.annotations.NullMarked;
