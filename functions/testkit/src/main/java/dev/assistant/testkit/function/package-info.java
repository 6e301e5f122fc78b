/** What Lambda gives a function: its settings, its context and the events of queues. */
@NullMarked
package dev.assistant.testkit.function;

import org.jspecify.annotations.NullMarked;
