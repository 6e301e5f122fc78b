package dev.assistant.realtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import dev.assistant.failure.Failure;
import dev.assistant.identity.TrustedEdge;
import dev.assistant.workflow.JobId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client asks for when it opens a socket. */
record ConnectRequest(Map<String, String> query, Map<String, String> headers) {
    private static final String ACCESS_COOKIE = "__Host-access=";

    static ConnectRequest of(APIGatewayV2WebSocketEvent event) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(present(event.getHeaders()));
        return new ConnectRequest(present(event.getQueryStringParameters()), headers);
    }

    /** A header's value by its name in any case. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> origin() {
        return header("Origin");
    }

    /** By which the host before the gateway proves itself. */
    Optional<String> originKey() {
        return header(TrustedEdge.KEY_HEADER);
    }

    /**
     * The access token: from the query, where clients without cookies must put it, or from the cookie.
     *
     * @throws Failure.NotSignedIn when there is none
     */
    String token() {
        return Optional.ofNullable(query.get("token"))
                .or(this::cookie)
                .orElseThrow(() -> new Failure.NotSignedIn("Sign in first, or add ?token= with an access token."));
    }

    private Optional<String> cookie() {
        for (String pair : headers.getOrDefault("Cookie", "").split(";")) {
            if (pair.strip().startsWith(ACCESS_COOKIE)) {
                return Optional.of(pair.strip().substring(ACCESS_COOKIE.length()));
            }
        }
        return Optional.empty();
    }

    /** @throws Failure.NotFound when it is no id at all, as if it were unknown */
    JobId job() {
        try {
            return new JobId(UUID.fromString(query.getOrDefault("job_id", "")));
        } catch (IllegalArgumentException e) {
            throw new Failure.NotFound("review");
        }
    }

    /** @throws Failure.Malformed when it is no number from 0 */
    long lastSeq() {
        String text = query.getOrDefault("last_seq", "0");
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noNumber();
        }
        throw noNumber();
    }

    private static Failure.Malformed noNumber() {
        return new Failure.Malformed("last_seq must be a whole number from 0.");
    }

    private static Map<String, String> present(@Nullable Map<String, String> map) {
        Map<String, String> present = new HashMap<>();
        if (map != null) {
            map.forEach((key, value) -> {
                if (value != null) {
                    present.put(key, value);
                }
            });
        }
        return present;
    }

    /** Names no value: the query holds a token. */
    @Override
    public String toString() {
        return "ConnectRequest";
    }
}
