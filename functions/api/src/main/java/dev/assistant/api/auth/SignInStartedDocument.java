package dev.assistant.api.auth;

/** Where a browser goes next, on the wire. Grows only by optional fields. */
record SignInStartedDocument(String authorizationUrl, long expiresIn) {}
