/** The signed-in person over HTTP: profile, picture, preferences, API keys and sessions. */
@NullMarked
package dev.assistant.api.users;

import org.jspecify.annotations.NullMarked;
