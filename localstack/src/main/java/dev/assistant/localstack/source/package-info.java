/** What runs functions without a request: queues and the clock. */
@NullMarked
package dev.assistant.localstack.source;

import org.jspecify.annotations.NullMarked;
