/** Runs functions through their real handlers with real events, in this JVM or each in its own. */
@NullMarked
package dev.assistant.localstack.function;

import org.jspecify.annotations.NullMarked;
