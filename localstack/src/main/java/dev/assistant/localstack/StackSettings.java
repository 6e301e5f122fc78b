package dev.assistant.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code localstack/environment} says: the settings of the functions and of agent-runtime, and the stack's own, whose
 * names begin with {@code LOCAL_}. Ports are those in the endpoints' addresses.
 *
 * @param checkout the project's directory
 * @param data what survives a restart, and the logs
 * @param host address that the gateway listens on
 * @param lambdaProcesses each function in JVMs of its own
 * @param parent process that the stack must not outlive
 * @param environment all of it, for the functions and agent-runtime
 */
record StackSettings(
        Path checkout,
        Path data,
        String host,
        int port,
        boolean lambdaProcesses,
        Optional<Long> parent,
        Map<String, String> environment) {

    StackSettings {
        environment = Map.copyOf(environment);
    }

    static StackSettings from(Map<String, String> environment) {
        return new StackSettings(
                Path.of(required(environment, "LOCAL_CHECKOUT")),
                Path.of(required(environment, "LOCAL_DATA")),
                required(environment, "LOCAL_HOST"),
                Integer.parseInt(required(environment, "PORT")),
                Boolean.parseBoolean(environment.get("LOCAL_LAMBDA_PROCESSES")),
                Optional.ofNullable(environment.get("LOCAL_PARENT")).map(Long::valueOf),
                environment);
    }

    /** @throws IllegalArgumentException with the key's name when it is not set */
    String get(String key) {
        return required(environment, key);
    }

    /** The port in a setting that is an address. */
    int portOf(String key) {
        String address = get(key);
        return URI.create(address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address)
                .getPort();
    }

    int number(String key) {
        return Integer.parseInt(get(key));
    }

    /** Whether metrics and traces are shown. */
    boolean isObserved() {
        return Boolean.parseBoolean(environment.get("LOCAL_OBSERVE"));
    }

    /** Whether the database is a server that somebody else runs. */
    boolean hasExternalDatabase() {
        return !environment.getOrDefault("PG_URL", "").isBlank();
    }

    /** The last part of a queue's address. */
    String queueName(String key) {
        String url = get(key);
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String required(Map<String, String> environment, String key) {
        String value = environment.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is not set: start the stack with ./localstack/up");
        }
        return value;
    }
}
