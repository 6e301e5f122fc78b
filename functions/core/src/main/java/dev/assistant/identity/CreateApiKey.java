package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.failure.FieldErrors;
import dev.assistant.id.Ids;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.idempotency.RequestDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes an API key. Its secret is shown to whoever makes it and never again: only its hash is stored. Thread-safe. */
public final class CreateApiKey {
    /** Lets people, and programs that look for secrets in code, see what the text is. */
    private static final String MARK = "dak_";

    private static final int LONGEST_NAME = 100;

    /** A hundred years; stores know no times that are much later. */
    private static final Duration LATEST_EXPIRY = Duration.ofDays(36_525);

    private final ApiKeys keys;
    private final Secrets secrets;
    private final Ids ids;
    private final InstantSource clock;

    public CreateApiKey(ApiKeys keys, Secrets secrets, Ids ids, InstantSource clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws Failure.Invalid naming every field that needs another value
     * @throws Failure.Conflict when the owner has too many keys, or the request was sent before: its key was shown then
     */
    public NewApiKey create(UserId owner, ApiKeyRequest request) {
        Instant now = clock.instant();
        String name = request.name().strip();
        check(request, name, now);
        String secret = MARK + secrets.next();
        ApiKey key = new ApiKey(
                new ApiKeyId(ids.next()),
                owner,
                name,
                secret.substring(0, ApiKey.PREFIX_LENGTH),
                request.scopes(),
                Optional.empty(),
                request.expiresAt(),
                now);
        Optional<IdempotencyKey> once = request.idempotencyKey().map(sent -> IdempotencyKey.sent(sent, digest(key)));
        keys.add(key, Secrets.hash(secret), once);
        return new NewApiKey(key, secret);
    }

    private static RequestDigest digest(ApiKey key) {
        return RequestDigest.of("api-key")
                .add(key.name())
                .add(key.scopes().stream().map(Scope::name).sorted().toList())
                .add(key.expiresAt().map(Instant::toString));
    }

    private static void check(ApiKeyRequest request, String name, Instant now) {
        FieldErrors errors = new FieldErrors();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.add("name", "Use 1 to " + LONGEST_NAME + " characters on one line.");
        }
        if (request.scopes().isEmpty()) {
            errors.add("scopes", "Name at least one of read, write and execute.");
        }
        if (request.expiresAt().isPresent()
                && (!request.expiresAt().get().isAfter(now)
                        || request.expiresAt().get().isAfter(now.plus(LATEST_EXPIRY)))) {
            errors.add("expires_at", "Name a time within the next hundred years, or leave it out.");
        }
        errors.refuseIfAny();
    }
}
