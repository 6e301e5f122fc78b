package dev.assistant.infrastructure.catalogue;

import dev.assistant.infrastructure.catalogue.Touch.Kind;
import dev.assistant.infrastructure.settings.ModuleFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the catalogue; a word that it does not know is an error, so that a typing mistake cannot take a permission away. */
final class CatalogueReader {
    private static final Set<String> FUNCTION_KEYS = Set.of(
            "name",
            "artefact",
            "function",
            "memory_mb",
            "timeout_seconds",
            "source",
            "fallback",
            "queue",
            "batch_size",
            "schedule",
            "touches");

    private final JsonNode document;

    private CatalogueReader(JsonNode document) {
        this.document = document;
    }

    static Catalogue read(String resource) {
        return new CatalogueReader(new YAMLMapper().readTree(ModuleFile.text(resource))).catalogue();
    }

    private Catalogue catalogue() {
        List<CatalogueFunction> functions = new ArrayList<>();
        document.required("functions").forEach(row -> functions.add(function(row)));
        List<CatalogueService> services = new ArrayList<>();
        document.required("services")
                .forEach(
                        row -> services.add(new CatalogueService(text(row, "name"), touches(row.required("touches")))));
        return new Catalogue(text(document, "handler"), functions, services);
    }

    private CatalogueFunction function(JsonNode row) {
        row.propertyNames().forEach(key -> require(FUNCTION_KEYS.contains(key), "unknown key " + key));
        Source source = source(row);
        List<Touch> touches = touches(row.required("touches"));
        if (source instanceof Source.Queue queue) {
            touches.add(new Touch(Kind.QUEUE, queue.queue(), Access.CONSUME));
        }
        return new CatalogueFunction(
                text(row, "name"),
                artefact(text(row, "artefact")),
                text(row, "function"),
                row.required("memory_mb").asInt(),
                Duration.ofSeconds(row.required("timeout_seconds").asInt()),
                source,
                touches);
    }

    private Artefact artefact(String name) {
        JsonNode artefact = document.required("artefacts").required(name);
        return new Artefact(text(artefact, "code"), text(artefact, "main_class"));
    }

    private static Source source(JsonNode row) {
        String source = text(row, "source");
        return switch (source) {
            case "routes" -> new Source.Routes(row.path("fallback").asBoolean(false));
            case "websocket" -> new Source.WebSocket();
            case "queue" ->
                new Source.Queue(text(row, "queue"), row.required("batch_size").asInt());
            case "schedule" -> new Source.Schedule(text(row, "schedule"));
            case "invoke" -> new Source.Invoke();
            case "deploy" -> new Source.Deploy();
            default -> throw new IllegalArgumentException("unknown source " + source);
        };
    }

    private static List<Touch> touches(JsonNode node) {
        List<Touch> touches = new ArrayList<>();
        node.properties().forEach(touch -> {
            Kind kind = Kind.named(touch.getKey());
            if (kind.isNamed()) {
                touch.getValue()
                        .properties()
                        .forEach(named -> touches.add(new Touch(kind, named.getKey(), access(named.getValue()))));
            } else {
                touches.add(Touch.of(kind, access(touch.getValue())));
            }
        });
        return touches;
    }

    private static Access access(JsonNode value) {
        return value.isBoolean() && value.booleanValue() ? Access.USE : Access.named(value.stringValue());
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).stringValue();
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem + " in the catalogue");
        }
    }
}
