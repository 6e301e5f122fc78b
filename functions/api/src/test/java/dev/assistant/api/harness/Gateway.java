package dev.assistant.api.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings requests to functions as the contract says, and holds every answer against the contract. What nobody serves goes to
 * the fallback.
 */
public final class Gateway {
    private static final String FALLBACK = "system";

    private static final class Shared {
        static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    }

    private final Surroundings surroundings;
    private final Contract contract = new Contract();
    private final Map<String, Deployed> functions = new HashMap<>();

    public Gateway(Surroundings surroundings) {
        this.surroundings = surroundings.get(Invocations.SETTING).isEmpty()
                ? surroundings.with(
                        Invocations.SETTING, Invocations.start(this::function).toString())
                : surroundings;
    }

    /** One for all tests that only need people of their own. */
    public static Gateway shared() {
        return Shared.GATEWAY;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** A request to a path below /api/v1. */
    public Call call(String method, String path) {
        return new Call(this, method, "/api/v1" + path);
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path) {
        return call("POST", path);
    }

    /** A function, started when first needed. */
    public synchronized Deployed function(String name) {
        return functions.computeIfAbsent(name, missing -> Deployed.start(missing, surroundings));
    }

    Reply send(String method, String path, Map<String, Object> event) {
        Optional<Contract.Described> described = contract.find(method, path);
        String function = described.map(Contract.Described::function).orElse(FALLBACK);
        Reply reply = new Reply(function(function).invoke(event));
        described.ifPresent(operation -> assertThat(
                        contract.complaints(operation, reply.status(), reply.header("Content-Type"), reply.body()))
                .isEmpty());
        return reply;
    }
}
