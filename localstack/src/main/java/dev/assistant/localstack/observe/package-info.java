/** Watching the embedded stack: metrics, dashboards, alerts and traces on a page of its own ({@code ./localstack/up --observe}). */
@NullMarked
package dev.assistant.localstack.observe;

import org.jspecify.annotations.NullMarked;
