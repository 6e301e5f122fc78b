package dev.assistant.api.http;

import dev.assistant.identity.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A route of the contract.
 *
 * @param path the template below the API's root, such as {@code /code-review/{job_id}}, by its parts
 * @param function the function that serves it
 * @param scope what the caller's credential must allow; empty when nobody need be known
 * @param administratorsOnly whether only administrators may
 * @param sessionOnly whether an API key is not enough, since keys may not change what lets people in
 */
public record Route(
        String method,
        List<String> path,
        String operation,
        String function,
        Optional<Scope> scope,
        RateClass rate,
        boolean administratorsOnly,
        boolean sessionOnly) {
    private static final String PUBLIC = "public";
    private static final String ADMIN = "admin";
    private static final String SESSION = "session";

    public Route {
        path = List.copyOf(path);
    }

    /** Reads a line as the contract's compiler writes it: method, path, operation, function, scope, rate class, credentials. */
    static Route parse(String line) {
        String[] words = line.split(" ");
        return new Route(
                words[0],
                parts(words[1]),
                words[2],
                words[3],
                scope(words[4]),
                RateClass.named(words[5]),
                words[4].equals(ADMIN),
                words[6].equals(SESSION));
    }

    /** Administration takes no keys, so that any scope will do for it. */
    private static Optional<Scope> scope(String word) {
        return switch (word) {
            case PUBLIC -> Optional.empty();
            case ADMIN -> Optional.of(Scope.WRITE);
            default -> Optional.of(Scope.valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }

    static List<String> parts(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The path's parameters by name when it fits the template. */
    Optional<Map<String, String>> match(List<String> asked) {
        if (asked.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String part = path.get(i);
            if (part.startsWith("{")) {
                parameters.put(part.substring(1, part.length() - 1), asked.get(i));
            } else if (!part.equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** How many parts are fixed: of two routes that fit, the one with more is meant. */
    long fixedParts() {
        return path.stream().filter(part -> !part.startsWith("{")).count();
    }
}
