/** Proves, without an account, that stacks, template, contract and catalogue agree. */
@NullMarked
package dev.assistant.infrastructure;

import org.jspecify.annotations.NullMarked;
