package dev.assistant.identity;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param refreshedAt when it last exchanged its refresh token; the time of signing in before the first exchange
 */
public record OpenedSession(Session session, Instant refreshedAt) {}
