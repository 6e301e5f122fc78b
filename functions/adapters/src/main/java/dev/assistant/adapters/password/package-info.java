/** Password hashes, and the list of passwords that are known from breaches. */
@NullMarked
package dev.assistant.adapters.password;

import org.jspecify.annotations.NullMarked;
