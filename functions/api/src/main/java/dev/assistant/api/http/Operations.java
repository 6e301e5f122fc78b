package dev.assistant.api.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A function's operations by their routes: exactly those that the contract gives it. Immutable. */
public final class Operations {
    private final Routes routes;
    private final Map<String, Operation> byId;

    /** @throws IllegalStateException naming operations of the contract that have no class here, and classes without one */
    public Operations(Routes routes, String function, List<Operation> operations) {
        this.routes = routes;
        this.byId = operations.stream().collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));
        Set<String> wanted = routes.ofFunction(function).stream()
                .map(Route::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!wanted.equals(byId.keySet())) {
            throw new IllegalStateException("function %s serves %s, but the contract gives it %s"
                    .formatted(function, new TreeSet<>(byId.keySet()), wanted));
        }
    }

    Routes routes() {
        return routes;
    }

    boolean serves(Route route) {
        return byId.containsKey(route.operation());
    }

    Operation of(Route route) {
        Operation operation = byId.get(route.operation());
        if (operation == null) {
            throw new IllegalStateException("not served here: " + route.operation());
        }
        return operation;
    }
}
