/** Small HTTP servers on one machine. */
@NullMarked
package dev.assistant.localstack.http;

import org.jspecify.annotations.NullMarked;
