/** Who uses the product: accounts, sessions, tokens, and what a caller may do. */
@NullMarked
package dev.assistant.identity;

import org.jspecify.annotations.NullMarked;
