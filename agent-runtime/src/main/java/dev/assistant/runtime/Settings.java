package dev.assistant.runtime;

import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.grant.GrantKeySettings;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.mcp.McpPorts;
import dev.assistant.runtime.model.ModelSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that the environment tells this process. Keys that begin with {@code WORKER_} or {@code MODEL_} are its own; one
 * of those that it does not know stops the start, since it is a mistyped setting that would silently not apply.
 *
 * @param eventsTable DynamoDB table of live events
 * @param connectionsTable DynamoDB table of open sockets
 * @param reviewQueue address of the queue of jobs
 * @param sourceBucket bucket of large submissions
 * @param socketGateway the WebSocket API's management address
 * @param models language models, and what a job may spend on them
 * @param concurrency jobs at once, 1 to 16
 * @param healthPort port of the health endpoint on the loopback address
 * @param mcpPorts where the tool servers listen on the loopback address
 * @param gitHub which GitHub is asked, and with what token where its person has given none
 * @param grantKey what opens people's own tokens
 */
record Settings(
        DatabaseSettings database,
        AwsSettings aws,
        String eventsTable,
        String connectionsTable,
        String reviewQueue,
        String sourceBucket,
        URI socketGateway,
        ModelSettings models,
        int concurrency,
        int healthPort,
        McpPorts mcpPorts,
        GitHubSettings gitHub,
        GrantKeySettings grantKey) {
    private static final String CONCURRENCY = "WORKER_CONCURRENCY";
    private static final String HEALTH_PORT = "WORKER_HEALTH_PORT";
    private static final Set<String> OWN = Set.of(CONCURRENCY, HEALTH_PORT);
    private static final List<String> OWN_PREFIXES = List.of("WORKER_", "MODEL_");

    /**
     * @throws Environment.MissingSetting when a key is missing or unreadable
     * @throws IllegalArgumentException when a key is unknown or its value out of range; names the key
     */
    static Settings from(Map<String, String> variables) {
        refuseUnknown(variables.keySet());
        Environment environment = new Environment(variables);
        return new Settings(
                DatabaseSettings.from(environment),
                AwsSettings.from(environment),
                environment.required("TABLE_EVENTS"),
                environment.required("TABLE_CONNECTIONS"),
                environment.required("QUEUE_REVIEWS_URL"),
                environment.required("BUCKET_SOURCES"),
                environment.uri("WEBSOCKET_MANAGEMENT_URL"),
                ModelSettings.from(environment),
                number(environment, CONCURRENCY, 2, 1, 16),
                number(environment, HEALTH_PORT, 8088, 0, 65_535),
                McpPorts.from(environment),
                GitHubSettings.from(environment),
                GrantKeySettings.from(environment));
    }

    private static void refuseUnknown(Set<String> keys) {
        Set<String> unknown = new TreeSet<>(keys);
        unknown.removeIf(key -> OWN.contains(key)
                || ModelSettings.KEYS.contains(key)
                || OWN_PREFIXES.stream().noneMatch(key::startsWith));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Remove or correct " + String.join(", ", unknown) + ": there is no such setting.");
        }
    }

    private static int number(Environment environment, String key, int otherwise, int least, int most) {
        String value = environment.optional(key).orElse(String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(explanation(key, least, most), e);
        }
        throw new IllegalArgumentException(explanation(key, least, most));
    }

    private static String explanation(String key, int least, int most) {
        return "Set %s to a whole number from %d to %d.".formatted(key, least, most);
    }
}
