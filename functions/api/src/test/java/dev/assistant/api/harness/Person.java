package dev.assistant.api.harness;

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

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** A network address that nobody else has. */
    public static String freshAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }

    public static Person signedUp(Gateway gateway) {
        String name = "u" + UUID.randomUUID().toString().substring(0, 8);
        String email = name + "@example.com";
        gateway.post("/auth/register")
                .from(freshAddress())
                .json(Map.of("email", email, "username", name, "password", PASSWORD))
                .send();
        return signedIn(gateway, email);
    }

    /** A new administrator. */
    public static Person administrator(Gateway gateway) {
        Person person = signedUp(gateway);
        gateway.surroundings().sql("update users set role = 'admin' where id = '" + person.id() + "'");
        return signedIn(gateway, person.email());
    }

    public static Person signedIn(Gateway gateway, String email) {
        Reply reply = gateway.post("/auth/login")
                .from(freshAddress())
                .json(Map.of("email", email, "password", PASSWORD))
                .send();
        return new Person(
                gateway,
                reply.text("/user/id"),
                email,
                reply.text("/access_token"),
                reply.text("/refresh_token"),
                reply.cookie("__Secure-refresh"),
                reply.cookie("__Host-csrf"));
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
