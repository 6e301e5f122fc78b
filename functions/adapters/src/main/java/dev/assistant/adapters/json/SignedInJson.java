package dev.assistant.adapters.json;

import dev.assistant.failure.Failure;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.Role;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.SignedIn;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * What the function that keeps accounts answers about a sign-in, as JSON: a session, or why there is none; about a link: that
 * it is there, or why not. The password's hash
 * is left out. Thread-safe.
 */
public final class SignedInJson {
    private static final String FORBIDDEN = "forbidden";
    private static final String CONFLICT = "conflict";
    private static final String NOT_SIGNED_IN = "not_signed_in";
    private static final String UNAVAILABLE = "unavailable";

    private SignedInJson() {}

    /** As a JSON object, for a function's answer. */
    public static Map<String, Object> document(SignedIn signedIn) {
        User user = signedIn.user();
        return object(new Document(
                new Session(
                        new Account(
                                user.id().toString(),
                                user.email().value(),
                                user.username(),
                                user.fullName().orElse(null),
                                user.avatarUrl().orElse(null),
                                user.role().name().toLowerCase(Locale.ROOT),
                                user.emailVerified(),
                                user.createdAt().toString(),
                                user.updatedAt().toString()),
                        signedIn.session().toString(),
                        signedIn.accessToken(),
                        signedIn.refreshToken().text()),
                null,
                null));
    }

    /** That a provider's account is linked. */
    public static Map<String, Object> linked() {
        return object(new Document(null, true, null));
    }

    /** Of the kinds of refusal, those that a sign-in or a link has; whoever asked gets the same one. */
    public static Map<String, Object> document(Failure failure) {
        String kind = switch (failure) {
            case Failure.Forbidden forbidden -> FORBIDDEN;
            case Failure.Conflict conflict -> CONFLICT;
            case Failure.Unavailable unavailable -> UNAVAILABLE;
            case Failure.NotFound notFound -> throw notFound;
            case Failure.Malformed malformed -> throw malformed;
            case Failure.Invalid invalid -> throw invalid;
            case Failure.NotSignedIn notSignedIn -> NOT_SIGNED_IN;
            case Failure.TooLarge tooLarge -> throw tooLarge;
            case Failure.LimitReached limitReached -> throw limitReached;
        };
        return object(new Document(null, null, new Refusal(kind, failure.explanation())));
    }

    private static Map<String, Object> object(Document document) {
        return WireJson.MAPPER.convertValue(document, new TypeReference<>() {});
    }

    /**
     * @throws Failure the refusal, if it is one
     * @throws IllegalArgumentException when it is no such answer
     */
    public static SignedIn read(String body) {
        try {
            return Objects.requireNonNull(accepted(body).signedIn()).signedIn();
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("not an answer about a sign-in");
        }
    }

    /**
     * @throws Failure the refusal, if it is one
     * @throws IllegalArgumentException when it is no such answer
     */
    public static void readLinked(String body) {
        try {
            if (!Boolean.TRUE.equals(accepted(body).linked())) {
                throw new IllegalArgumentException("not an answer about a link");
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an answer about a link");
        }
    }

    private static Document accepted(String body) {
        Document document = WireJson.MAPPER.readValue(body, Document.class);
        if (document.refused() != null) {
            throw document.refused().failure();
        }
        return document;
    }

    /** The wire form: one of the three. */
    private record Document(
            @Nullable Session signedIn,
            @Nullable Boolean linked,
            @Nullable Refusal refused) {}

    private record Session(Account user, String session, String accessToken, String refreshToken) {
        SignedIn signedIn() {
            return new SignedIn(
                    user.user(), new SessionId(UUID.fromString(session)), accessToken, new RefreshToken(refreshToken));
        }
    }

    private record Account(
            String id,
            String email,
            String username,
            @Nullable String fullName,
            @Nullable String avatarUrl,
            String role,
            boolean emailVerified,
            String createdAt,
            String updatedAt) {
        User user() {
            return new User(
                    new UserId(UUID.fromString(id)),
                    new EmailAddress(email),
                    username,
                    Optional.empty(),
                    Optional.ofNullable(fullName),
                    Optional.ofNullable(avatarUrl),
                    Role.valueOf(role.toUpperCase(Locale.ROOT)),
                    true,
                    emailVerified,
                    Instant.parse(createdAt),
                    Instant.parse(updatedAt),
                    Optional.empty());
        }
    }

    private record Refusal(String kind, String explanation) {
        Failure failure() {
            return switch (kind) {
                case FORBIDDEN -> new Failure.Forbidden(explanation);
                case NOT_SIGNED_IN -> new Failure.NotSignedIn(explanation);
                case CONFLICT -> new Failure.Conflict(explanation);
                case UNAVAILABLE ->
                    new Failure.Unavailable("account service", Duration.ofSeconds(5), new IllegalStateException(kind));
                default -> throw new IllegalArgumentException("no known refusal");
            };
        }
    }
}
