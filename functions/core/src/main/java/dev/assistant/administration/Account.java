package dev.assistant.administration;

import dev.assistant.identity.User;
import dev.assistant.quota.Quota;

/** An account as administrators see it. */
public record Account(User user, Quota quota) {}
