package dev.assistant.identity;

import java.time.Instant;

/** That somebody may sign in through a provider, and since when. */
public record LinkedIdentity(Provider provider, Instant linkedAt) {}
