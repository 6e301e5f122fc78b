/** What is measured, how it went, and what that means. */
@NullMarked
package dev.assistant.localstack.observe.figure;

import org.jspecify.annotations.NullMarked;
