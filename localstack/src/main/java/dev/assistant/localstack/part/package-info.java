/** What the stack consists of, as its status shows it. */
@NullMarked
package dev.assistant.localstack.part;

import org.jspecify.annotations.NullMarked;
