/** What administrators do with other people's accounts (SPEC section 3). */
@NullMarked
package dev.assistant.administration;

import org.jspecify.annotations.NullMarked;
