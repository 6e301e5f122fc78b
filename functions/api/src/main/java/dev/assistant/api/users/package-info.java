/** The signed-in person's profile over HTTP. */
@NullMarked
package dev.assistant.api.users;

import org.jspecify.annotations.NullMarked;
