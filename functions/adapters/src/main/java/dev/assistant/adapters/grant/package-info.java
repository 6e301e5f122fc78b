/** Sealing the tokens that people entrust to the workers. */
@NullMarked
package dev.assistant.adapters.grant;

import org.jspecify.annotations.NullMarked;
