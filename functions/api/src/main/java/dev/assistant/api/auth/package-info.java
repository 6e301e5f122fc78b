/** Accounts and sessions over HTTP: registering, signing in and out, refreshing. */
@NullMarked
package dev.assistant.api.auth;

import org.jspecify.annotations.NullMarked;
