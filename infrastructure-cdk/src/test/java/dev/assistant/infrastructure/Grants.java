package dev.assistant.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What the synthesised roles allow, a line for each function and resource: {@code name | resource | actions}. */
final class Grants {
    /** Parts of logical ids, as they appear in references within a stack and in exports between stacks. */
    private static final Map<String, String> RESOURCES = Map.ofEntries(
            Map.entry("ConnectionsTable", "table connections"),
            Map.entry("EventsTable", "table events"),
            Map.entry("LimitsTable", "table limits"),
            Map.entry("SignInsTable", "table sign-ins"),
            Map.entry("providersignin", "function provider-sign-in"),
            Map.entry("reviewsqueue", "queue reviews"),
            Map.entry("replayqueue", "queue replay"),
            Map.entry("deadlettersqueue", "queue dead-letters"),
            Map.entry("SourcesBucket", "bucket sources"),
            Map.entry("TokenKey", "key token"),
            Map.entry("GrantKey", "key grant"),
            Map.entry("SocketsApi", "sockets"),
            Map.entry("AgentRuntimeCluster", "tasks"),
            Map.entry("mailsqueue", "queue mails"),
            Map.entry("MailIdentity", "mail"),
            Map.entry("\"*\"", "anything"));

    private final Map<String, TreeSet<String>> actions = new TreeMap<>();

    private Grants() {}

    static List<String> of(Synthesis synthesis) {
        Grants grants = new Grants();
        synthesis.templates().values().forEach(template -> grants.read(template.get("Resources")));
        return grants.actions.entrySet().stream()
                .map(entry -> entry.getKey() + " | " + String.join(" ", entry.getValue()))
                .sorted()
                .toList();
    }

    private void read(JsonNode resources) {
        resources.forEachEntry((id, resource) -> {
            JsonNode properties = resource.path("Properties");
            switch (resource.get("Type").stringValue()) {
                case "AWS::Lambda::Function" -> function(properties, resources);
                case "AWS::ECS::TaskDefinition" -> {
                    role("agent-runtime", roleOf(properties.get("TaskRoleArn")), resources);
                    password("agent-runtime", properties.get("ContainerDefinitions"));
                }
                case "AWS::ECS::Service" -> network("agent-runtime", properties.get("NetworkConfiguration"));
                default -> {}
            }
        });
    }

    private void function(JsonNode function, JsonNode resources) {
        String description = function.path("Description").asString("");
        if (!description.startsWith("Development Assistant: ")) {
            return; // the CDK's own, for custom resources
        }
        String name = description.substring("Development Assistant: ".length());
        role(name, roleOf(function.get("Role")), resources);
        network(name, function.path("VpcConfig"));
        password(name, function.get("Environment"));
        originKeys(name, function.get("Environment"));
    }

    private void password(String name, JsonNode environment) {
        if (environment.toString().contains("DATABASE_PASSWORD")) {
            add(name, "database", "password");
        }
    }

    private void originKeys(String name, JsonNode environment) {
        if (environment.toString().contains("ORIGIN_KEY_1")) {
            add(name, "edge", "keys");
        }
    }

    private void network(String name, JsonNode network) {
        if (network.toString().contains("DatabaseClients")) {
            add(name, "database", "connect");
        }
    }

    private void role(String name, String role, JsonNode resources) {
        resources.forEach(policy -> {
            JsonNode properties = policy.path("Properties");
            if (policy.get("Type").stringValue().equals("AWS::IAM::Policy")
                    && properties.get("Roles").toString().contains('"' + role + '"')) {
                properties.get("PolicyDocument").get("Statement").forEach(statement -> statement(name, statement));
            }
        });
    }

    private void statement(String name, JsonNode statement) {
        if (!statement.get("Effect").stringValue().equals("Allow") || statement.has("NotAction")) {
            throw new AssertionError("unexpected statement " + statement);
        }
        List<String> allowed = texts(statement.get("Action"));
        JsonNode resource = statement.get("Resource");
        (resource.isArray() ? resource.values() : List.of(resource))
                .forEach(one -> allowed.forEach(action -> add(name, resource(one), action)));
    }

    private void add(String name, String resource, String action) {
        actions.computeIfAbsent(name + " | " + resource, key -> new TreeSet<>()).add(action);
    }

    private static String resource(JsonNode resource) {
        String text = resource.toString();
        String suffix = text.contains("/index/*") ? " (index)" : "";
        return RESOURCES.entrySet().stream()
                .filter(known -> text.contains(known.getKey()))
                .map(known -> known.getValue() + suffix)
                .findFirst()
                .orElse(text);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(one -> texts.add(one.stringValue()));
        } else {
            texts.add(node.stringValue());
        }
        return texts;
    }

    private static String roleOf(JsonNode arn) {
        return arn.get("Fn::GetAtt").get(0).stringValue();
    }
}
