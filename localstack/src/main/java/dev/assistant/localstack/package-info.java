/** The whole product on one machine: engines, gateway, functions and agent-runtime, started and stopped together. */
@NullMarked
package dev.assistant.localstack;

import org.jspecify.annotations.NullMarked;
