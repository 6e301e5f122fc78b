package dev.assistant.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All routes of the contract. Immutable. */
public final class Routes {
    /** Everything in the contract is below this path. */
    public static final String ROOT = "/api/v1";

    private static final String RESOURCE = "/contract/routes.txt";

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** The routes as the build made them from openapi.yaml: reading a list of lines costs a cold start next to nothing. */
    public static Routes ofContract() {
        try (InputStream resource = Routes.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing: the contract was not compiled");
            }
            String lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new Routes(lines.lines().map(Route::parse).toList());
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    /** The operations that a function serves. */
    public List<Route> ofFunction(String function) {
        return routes.stream()
                .filter(route -> route.function().equals(function))
                .toList();
    }

    /** The route that a request means; a HEAD means the GET (RFC 9110 section 9.3.2). */
    Optional<Match> match(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return fitting(path).stream()
                .filter(match -> match.route().method().equals(wanted))
                .findFirst();
    }

    /** The methods that a path takes, for Allow (RFC 9110 section 10.2.1); empty when there is no such path. */
    Optional<String> allowed(String path) {
        TreeSet<String> methods = fitting(path).stream()
                .map(match -> match.route().method())
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        methods.add("OPTIONS");
        return Optional.of(String.join(", ", methods));
    }

    /** Those routes whose path fits as well as any. */
    private List<Match> fitting(String path) {
        if (!path.startsWith(ROOT + "/")) {
            return List.of();
        }
        List<String> parts = Route.parts(path.substring(ROOT.length()));
        List<Match> fitting = routes.stream()
                .flatMap(route -> route.match(parts).map(parameters -> new Match(route, parameters)).stream())
                .toList();
        long best = fitting.stream()
                .map(match -> match.route().fixedParts())
                .max(Comparator.naturalOrder())
                .orElse(0L);
        return fitting.stream()
                .filter(match -> match.route().fixedParts() == best)
                .toList();
    }

    /**
     * A route and what a request put into its path.
     *
     * @param parameters by name, decoded
     */
    record Match(Route route, Map<String, String> parameters) {}
}
