/** What every implementation of a port must do: abstract tests that the in-memory one and the real one both pass. */
@NullMarked
package dev.assistant.testkit.contract;

import org.jspecify.annotations.NullMarked;
