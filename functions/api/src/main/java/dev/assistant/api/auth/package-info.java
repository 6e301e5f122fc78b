/** Accounts and sessions over HTTP: registering, mailed links, signing in with a password or a provider, refreshing and signing out. */
@NullMarked
package dev.assistant.api.auth;

import org.jspecify.annotations.NullMarked;
