package dev.assistant.api.harness;

import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.PostgresSessions;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.adapters.token.SecureRefreshTokens;
import dev.assistant.identity.Client;
import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.Session;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import dev.assistant.testkit.UserBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with an account, signed in. */
public record Person(
        Gateway gateway,
        String id,
        String email,
        String accessToken,
        String refreshToken,
        String refreshCookie,
        String csrf) {
    public static final String PASSWORD = "Correct-horse-7";

    /** bcrypt, cost 12. */
    private static final String PASSWORD_HASH = "$2a$12$m1OOcNt148LYKqlDDYWkRux/FYTnj9kxTpJF2oecGGk5gb6xIouOW";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** A network address that nobody else has. */
    public static String freshAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }

    /**
     * Somebody who registered a while ago. Neither registered nor signed in here through the API: each would hash the password,
     * which is made to take long, and most tests only need somebody.
     */
    public static Person signedUp(Gateway gateway) {
        return withAccount(gateway, UserBuilder.aUser());
    }

    /** The same as an administrator. */
    public static Person administrator(Gateway gateway) {
        return withAccount(gateway, UserBuilder.aUser().administrator());
    }

    /** Somebody who registers, which mails them a link, and signs in. */
    public static Person registered(Gateway gateway) {
        String name = "u" + UUID.randomUUID().toString().substring(0, 8);
        String email = name + "@example.com";
        gateway.post("/auth/register")
                .from(freshAddress())
                .json(Map.of("email", email, "username", name, "password", PASSWORD))
                .send();
        return signedIn(gateway, email);
    }

    public static Person signedIn(Gateway gateway, String email) {
        return of(
                gateway,
                gateway.post("/auth/login")
                        .from(freshAddress())
                        .json(Map.of("email", email, "password", PASSWORD))
                        .send());
    }

    private static Person withAccount(Gateway gateway, UserBuilder account) {
        Instant now = Instant.now();
        User user = account.withPasswordHash(PASSWORD_HASH).createdAt(now).build();
        RefreshToken token = new SecureRefreshTokens().next();
        try (Database database = Database.open(gateway.surroundings().database(), 1)) {
            new PostgresUsers(database).add(user);
            Client client = new Client(freshAddress(), "");
            SessionId id = new SessionId(UUID.randomUUID());
            new PostgresSessions(database)
                    .open(new Session(id, user.id(), client, now, now.plus(Session.LONGEST)), token, now);
        }
        return of(
                gateway,
                gateway.post("/auth/refresh")
                        .from(freshAddress())
                        .json(Map.of("refresh_token", token.text()))
                        .send());
    }

    private static Person of(Gateway gateway, Reply signedIn) {
        return new Person(
                gateway,
                signedIn.text("/user/id"),
                signedIn.text("/user/email"),
                signedIn.text("/access_token"),
                signedIn.text("/refresh_token"),
                signedIn.cookie("__Secure-refresh"),
                signedIn.cookie("__Host-csrf"));
    }

    /** A request with the access token in the header. */
    public Call call(String method, String path) {
        return gateway.call(method, path).bearer(accessToken);
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    /** A request as this person's browser sends it, without the CSRF header. */
    public Call browse(String method, String path) {
        return gateway.call(method, path)
                .cookie("__Host-access", accessToken)
                .cookie("__Secure-refresh", refreshCookie)
                .cookie("__Host-csrf", csrf);
    }
}
