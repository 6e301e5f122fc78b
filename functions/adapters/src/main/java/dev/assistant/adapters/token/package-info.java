/** Access tokens (JWT) and refresh tokens. */
@NullMarked
package dev.assistant.adapters.token;

import org.jspecify.annotations.NullMarked;
