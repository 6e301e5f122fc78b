/** Signing in through providers: OAuth 2 and OpenID Connect, spoken with the JDK's HTTP client. */
@NullMarked
package dev.assistant.adapters.oauth;

import org.jspecify.annotations.NullMarked;
