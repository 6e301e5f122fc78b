/** A stand-in for the providers that people sign in with: for tests, and for the embedded stack. */
@NullMarked
package dev.assistant.testkit.provider;

import org.jspecify.annotations.NullMarked;
