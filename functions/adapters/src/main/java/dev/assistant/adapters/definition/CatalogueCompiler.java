package dev.assistant.adapters.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the workflows' YAML into {@code workflows.json}, the catalogue as functions read it; agent-runtime reads the YAML
 * itself, and more strictly.
 */
public final class CatalogueCompiler {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> AS_THEY_ARE =
            List.of("name", "version", "title", "description", "produces", "needs_model", "typical_seconds");

    private final Path folder;
    private final JsonNode inputs;

    private CatalogueCompiler(Path folder) throws IOException {
        this.folder = folder;
        this.inputs = yaml(folder.resolve("inputs.yaml"));
    }

    /** Arguments: the folder of definitions, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        ObjectNode catalogue = JSON.createObjectNode();
        catalogue.set("workflows", new CatalogueCompiler(Path.of(arguments[0])).workflows());
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(catalogue));
    }

    private ArrayNode workflows() throws IOException {
        ArrayNode workflows = JSON.createArrayNode();
        for (JsonNode name : yaml(folder.resolve("workflows.yaml")).required("workflows")) {
            workflows.add(workflow(yaml(folder.resolve("workflows").resolve(name.stringValue() + ".yaml"))));
        }
        return workflows;
    }

    private ObjectNode workflow(JsonNode definition) {
        ObjectNode workflow = JSON.createObjectNode();
        AS_THEY_ARE.forEach(field -> workflow.set(field, definition.required(field)));
        if (definition.has("obstacle")) {
            workflow.set("obstacle", definition.path("obstacle"));
        }
        JsonNode pattern = definition.required("pattern");
        workflow.set("pattern", pattern.required("kind"));
        ModelCallRange calls = ModelCallRange.of(definition);
        workflow.putObject("model_calls").put("min", calls.fewest()).put("max", calls.most());
        workflow.put("asks_for_approval", pattern.has("approval"));
        ArrayNode agents = workflow.putArray("agents");
        for (JsonNode agent : definition.required("agents")) {
            agents.addObject().set("name", agent.required("name")).set("role", agent.required("role"));
        }
        ObjectNode input = schema(definition.required("takes"));
        workflow.put("needs_code", input.has("oneOf"));
        workflow.set("text_fields", textFields(input));
        workflow.set("input_schema", input);
        return workflow;
    }

    /** The texts that an input has besides those of a submission. */
    private ArrayNode textFields(ObjectNode input) {
        JsonNode ofCode = inputs.required("source").required("properties");
        JsonNode ofReviews = inputs.required("review").required("properties");
        ArrayNode names = JSON.createArrayNode();
        input.required("properties").properties().forEach(field -> {
            boolean isText = field.getValue().path("type").asString("").equals("string");
            if (isText && !ofCode.has(field.getKey()) && !ofReviews.has(field.getKey())) {
                names.add(field.getKey());
            }
        });
        return names;
    }

    /** The parts as one object's schema. */
    private ObjectNode schema(JsonNode parts) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = JSON.createObjectNode();
        ArrayNode required = JSON.createArrayNode();
        for (JsonNode name : parts) {
            JsonNode part = inputs.required(name.stringValue());
            part.required("properties").properties().forEach(field -> properties.set(field.getKey(), field.getValue()));
            part.path("required").forEach(required::add);
            for (String word : List.of("description", "oneOf")) {
                if (part.has(word)) {
                    schema.set(word, part.path(word));
                }
            }
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static JsonNode yaml(Path file) throws IOException {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
    }
}
