package dev.assistant.localstack.catalogue;

import dev.assistant.localstack.catalogue.FunctionEntry.Artefact;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All functions. Immutable. */
public record Catalogue(List<FunctionEntry> functions) {

    private static final Set<String> EVERYONES = Set.of(
            "AWS_REGION",
            "PUBLIC_ORIGIN",
            "ALLOWED_ORIGINS",
            "REQUIRE_VERIFIED_EMAIL",
            "BUILD_VERSION",
            "BUILD_COMMIT");

    private static final Set<String> IDENTITY_PROVIDERS = Set.of(
            "OAUTH_GOOGLE_CLIENT_ID",
            "OAUTH_GOOGLE_CLIENT_SECRET",
            "OAUTH_GOOGLE_URL",
            "OAUTH_GITHUB_CLIENT_ID",
            "OAUTH_GITHUB_CLIENT_SECRET",
            "OAUTH_GITHUB_URL");

    public Catalogue {
        functions = List.copyOf(functions);
    }

    /** @throws tools.jackson.core.JacksonException when the document is not as its own head says */
    public static Catalogue read(InputStream yaml) {
        JsonNode document = new YAMLMapper().readTree(yaml);
        String handler = document.required("handler").stringValue();
        Map<String, Artefact> artefacts = new HashMap<>();
        document.required("artefacts")
                .forEachEntry((name, artefact) -> artefacts.put(name, artefact(name, handler, artefact)));
        List<FunctionEntry> functions = new ArrayList<>();
        document.required("functions").forEach(entry -> functions.add(function(entry, artefacts)));
        return new Catalogue(functions);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public FunctionEntry named(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no function is called " + name));
    }

    /** The functions of one kind of source, in the catalogue's order. */
    public List<FunctionEntry> withSource(Class<? extends Source> kind) {
        return functions.stream()
                .filter(function -> kind.isInstance(function.source()))
                .toList();
    }

    /** The function for paths and methods that no operation has. */
    public FunctionEntry fallback() {
        return functions.stream()
                .filter(function -> function.source() instanceof Source.Routes routes && routes.fallback())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no function is the fallback"));
    }

    private static Artefact artefact(String name, String handler, JsonNode artefact) {
        return new Artefact(
                name,
                artefact.required("code").stringValue(),
                artefact.required("main_class").stringValue(),
                handler);
    }

    private static FunctionEntry function(JsonNode entry, Map<String, Artefact> artefacts) {
        String artefact = entry.required("artefact").stringValue();
        Artefact packed = artefacts.get(artefact);
        if (packed == null) {
            throw new IllegalArgumentException("no artefact is called " + artefact);
        }
        return new FunctionEntry(
                entry.required("name").stringValue(),
                packed,
                entry.required("function").stringValue(),
                entry.required("memory_mb").intValue(),
                Duration.ofSeconds(entry.required("timeout_seconds").intValue()),
                source(entry),
                environmentKeys(entry.required("touches")));
    }

    private static Source source(JsonNode entry) {
        String kind = entry.required("source").stringValue();
        return switch (kind) {
            case "routes" -> new Source.Routes(entry.path("fallback").asBoolean(false));
            case "websocket" -> new Source.WebSocket();
            case "queue" ->
                new Source.Queue(
                        entry.required("queue").stringValue(),
                        entry.required("batch_size").intValue());
            case "schedule" -> new Source.Schedule();
            case "invoke" -> new Source.Invoke();
            case "deploy" -> new Source.Deploy();
            default -> throw new IllegalArgumentException("no source of functions is called " + kind);
        };
    }

    private static Set<String> environmentKeys(JsonNode touches) {
        Set<String> keys = new HashSet<>(EVERYONES);
        touches.forEachEntry((kind, what) -> {
            switch (kind) {
                case "database" -> keys.addAll(Set.of("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD"));
                case "database_reads" ->
                    keys.add("DATABASE_READ_URL"); // for who has a replica of a database of their own
                case "tables" -> what.propertyNames().forEach(name -> keys.add("TABLE_" + constant(name)));
                case "queues" -> what.propertyNames().forEach(name -> keys.add("QUEUE_" + constant(name) + "_URL"));
                case "sources" -> keys.add("BUCKET_SOURCES");
                case "management_api" -> keys.add("WEBSOCKET_MANAGEMENT_URL");
                case "mail" -> keys.add("MAIL_SENDER");
                case "token_key" -> keys.addAll(Set.of("TOKEN_ISSUER", "TOKEN_KEYS_FILE"));
                case "grant_key" -> keys.add("GRANT_KEY_FILE");
                case "functions" -> what.propertyNames().forEach(name -> keys.add("FUNCTION_" + constant(name)));
                case "models" -> keys.addAll(Set.of("MODEL_PROVIDER", "MODEL_IDS", "MODEL_MAX_USD_PER_JOB"));
                case "repositories" -> keys.addAll(Set.of("REPOSITORY_HOSTS", "REPOSITORY_COMMENTS"));
                case "origin_keys" -> {} // no host is before the gateway here
                case "identity_providers" -> keys.addAll(IDENTITY_PROVIDERS);
                default -> throw new IllegalArgumentException("nothing called " + kind + " can be touched");
            }
        });
        return keys;
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
