package dev.assistant.api.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Contract;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.SchemaValues;
import dev.assistant.api.harness.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody's objects: one of each kind that the contract lets people create, made through the operation that creates it, and
 * what cannot be created by a single request. Ids are found by where they stand: a path's by the collection before them, a
 * field's by its name. An id that nobody knows how to come by is an error, so that no operation goes unwalked.
 */
public final class Holdings {
    private static final String REVIEWS = "/code-review";
    private static final String PROJECTS = "/projects";
    private static final String UPLOADS = "/code-review/uploads";
    private static final String SESSIONS = "/users/me/sessions";
    /** Collections whose members are made elsewhere. */
    private static final Map<String, String> ALIASES =
            Map.of("/workflows/history", REVIEWS, "/code-review/{job_id}/issues", "issues");

    private static final Map<String, String> FIELDS = Map.of(
            "job_id", REVIEWS,
            "baseline_job_id", REVIEWS,
            "project_id", PROJECTS,
            "upload_id", UPLOADS);

    private final Contract contract;
    private final SchemaValues values;
    private final Person owner;
    private final Map<String, List<String>> ids = new LinkedHashMap<>();

    private Holdings(Gateway gateway, Contract contract) {
        this.contract = contract;
        this.values = new SchemaValues(contract, new Random(7));
        this.owner = Person.signedUp(gateway);
    }

    /** Surroundings in which everything can be created: all workflows have the model that they need. */
    public static Surroundings surroundings() {
        return Surroundings.fresh().with("MODEL_PROVIDER", "openai").with("MODEL_IDS", "gpt-4.1-mini");
    }

    /** Everything there, of a new person. */
    public static Holdings ofSomebody(Gateway gateway, Contract contract) {
        Holdings holdings = new Holdings(gateway, contract);
        contract.operations().stream()
                .filter(holdings::creates)
                .filter(operation -> !operation.path().equals(REVIEWS))
                .forEach(holdings::create);
        holdings.review();
        holdings.ids.put(SESSIONS, holdings.sessions());
        holdings.ids.put("/admin/users", List.of(holdings.owner.id()));
        return holdings;
    }

    public Person owner() {
        return owner;
    }

    /** All ids, the owner's too. */
    List<String> all() {
        List<String> all = new ArrayList<>(List.of(owner.id()));
        ids.values().forEach(all::addAll);
        return all;
    }

    /** The ids that can stand in a path. Empty when the path has none. */
    public List<String> inPath(Contract.Described operation) {
        List<String> parameters = idParameters(operation);
        if (parameters.isEmpty()) {
            return List.of();
        }
        String last = parameters.getLast();
        return members(operation, operation.path().substring(0, operation.path().indexOf("/{" + last + "}")));
    }

    /** The path with ids in their places; the last one is given. */
    public String path(Contract.Described operation, String lastId) {
        String path = operation.path();
        List<String> parameters = idParameters(operation);
        for (String parameter : parameters) {
            String collection = operation.path().substring(0, operation.path().indexOf("/{" + parameter + "}"));
            String id = parameter.equals(parameters.getLast())
                    ? lastId
                    : members(operation, collection).getLast();
            path = path.replace("{" + parameter + "}", id);
        }
        return withWords(operation, path);
    }

    /** Ids that a field of a body or a query's parameter can hold; empty when it holds no id. */
    public List<String> inField(Contract.Described operation, String name) {
        if (!name.endsWith("_id")) {
            return List.of();
        }
        String collection = FIELDS.get(name);
        if (collection == null) {
            throw new AssertionError("%s takes %s, and nobody has said whose id that is: add it to %s"
                    .formatted(operation.id(), name, Holdings.class.getSimpleName()));
        }
        return ids.getOrDefault(collection, List.of(UUID.randomUUID().toString()));
    }

    /** The body's example without ids, which would be somebody else's. */
    public Optional<ObjectNode> body(Contract.Described operation) {
        if (!operation.takesJson()) {
            return Optional.empty();
        }
        ObjectNode body = (ObjectNode) values.example(operation.body()).deepCopy();
        body.remove(body.propertyNames().stream()
                .filter(name -> name.endsWith("_id"))
                .toList());
        return Optional.of(body);
    }

    private List<String> members(Contract.Described operation, String collection) {
        List<String> members = ids.get(ALIASES.getOrDefault(collection, collection));
        if (members == null) {
            throw new AssertionError("%s has an id after %s, and nobody has said how to come by one: add it to %s"
                    .formatted(operation.id(), collection, Holdings.class.getSimpleName()));
        }
        return members;
    }

    private List<String> idParameters(Contract.Described operation) {
        return contract.parameters(operation, "path").stream()
                .map(parameter -> parameter.path("name").asString())
                .filter(name -> name.equals("id") || name.endsWith("_id"))
                .sorted((a, b) -> Integer.compare(
                        operation.path().indexOf("{" + a + "}"),
                        operation.path().indexOf("{" + b + "}")))
                .toList();
    }

    /** Parameters that are words, such as a workflow's name. */
    private String withWords(Contract.Described operation, String path) {
        String filled = path;
        for (JsonNode parameter : contract.parameters(operation, "path")) {
            JsonNode example =
                    parameter.has("example") ? parameter.path("example") : values.example(parameter.path("schema"));
            filled = filled.replace("{" + parameter.path("name").asString() + "}", example.asString());
        }
        return filled;
    }

    private boolean creates(Contract.Described operation) {
        return operation.method().equals("POST")
                && !operation.path().contains("{")
                && !operation.isPublic()
                && !operation.function().equals("auth")
                && operation.takesJson();
    }

    private void create(Contract.Described operation) {
        Reply reply =
                owner.post(operation.path()).json(body(operation).orElseThrow()).send();
        assertThat(reply.status()).as(operation.id() + ": " + reply.body()).isBetween(200, 299);
        reply.json().properties().stream()
                .filter(field -> field.getKey().equals("id") || field.getKey().endsWith("_id"))
                .findFirst()
                .ifPresent(id -> ids.put(operation.path(), List.of(id.getValue().asString())));
    }

    /** Jobs, and the finding of the one that is a completed review. */
    private void review() {
        String project = Optional.ofNullable(ids.get(PROJECTS)).orElseThrow().getLast();
        List<String> jobs = new HeldJobs(owner, project).make();
        ids.put(REVIEWS, jobs);
        String completed = jobs.getLast();
        Reply results = owner.get(REVIEWS + "/" + completed + "/results").send();
        String issue = results.text("/results/issues/0/id");
        ids.put("issues", List.of(issue));
        decide(completed, issue, project);
    }

    /** A decision about a finding, which its project remembers. */
    private void decide(String job, String issue, String project) {
        Reply reply = owner.call("PATCH", REVIEWS + "/" + job + "/issues/" + issue)
                .json(Map.of("state", "dismissed", "reason", "false_positive"))
                .send();
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        Reply memory = owner.get(PROJECTS + "/" + project + "/triage").send();
        ids.put("/projects/{id}/triage", List.of(memory.text("/items/0/id")));
    }

    private List<String> sessions() {
        Reply reply = owner.get(SESSIONS).send();
        return reply.json()
                .path("items")
                .valueStream()
                .map(session -> session.path("id").asString())
                .toList();
    }
}
