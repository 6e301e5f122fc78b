package dev.assistant.api.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Contract;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks all operations of the contract, whichever they are: as a second tenant with the first one's ids, as nobody, and with
 * API keys that do not allow it (CWE-639, CWE-862).
 */
final class TenancyTest {
    private static final String KEYS = "/users/me/api-keys";
    private static final int CALLS_A_STRANGER = 40;

    private static final Contract CONTRACT = new Contract();
    private static final Gateway GATEWAY = new Gateway(Holdings.surroundings());
    private static Holdings ada;

    private Person stranger = Person.signedUp(GATEWAY);
    private int calls;

    @BeforeAll
    static void the_first_tenant_owns_one_of_everything() {
        ada = Holdings.ofSomebody(GATEWAY, CONTRACT);
    }

    @Test
    void ids_of_somebody_else_are_unknown_in_every_path_field_and_filter() {
        List<String> before = StoredRows.naming(GATEWAY.surroundings(), ada.all());
        List<String> wrong = new ArrayList<>();
        for (Contract.Described operation : signedInOperations()) {
            for (String id : ada.inPath(operation)) {
                Call call = as(stranger(), operation, ada.path(operation, id));
                ada.body(operation).ifPresent(call::json);
                refusesOrSays(operation, id, call.send(), wrong);
            }
            wrong.addAll(fields(operation));
            wrong.addAll(filters(operation));
        }

        assertThat(wrong).isEmpty();
        assertThat(StoredRows.naming(GATEWAY.surroundings(), ada.all()))
                .as("what is stored of the first tenant")
                .isEqualTo(before);
    }

    @Test
    void what_names_no_id_shows_and_changes_only_ones_own() {
        List<String> before = StoredRows.naming(GATEWAY.surroundings(), ada.all());
        List<String> wrong = new ArrayList<>();
        for (Contract.Described operation : CONTRACT.operations()) {
            if (!ada.inPath(operation).isEmpty()) {
                continue;
            }
            Call call = as(stranger(), operation, ada.path(operation, ""));
            ada.body(operation).ifPresent(call::json);
            Reply reply = call.send();
            if (reply.status() >= 500) {
                wrong.add(operation.id() + " answered " + reply.status());
            }
            ada.all().stream()
                    .filter(reply.body()::contains)
                    .forEach(id -> wrong.add(operation.id() + " showed " + id));
            if (!operation.method().equals("GET")) {
                stranger = Person.signedUp(GATEWAY); // it may have ended the session, or the account
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(StoredRows.naming(GATEWAY.surroundings(), ada.all())).isEqualTo(before);
    }

    /** The contract leaves the input open, since each workflow has a schema of its own for it. */
    @Test
    void ids_of_somebody_else_are_unknown_within_the_input_of_a_workflow_too() {
        Contract.Described submit = CONTRACT.find("POST", "/api/v1/code-review").orElseThrow();
        for (String job : ada.inField(submit, "baseline_job_id")) {
            Reply reply = stranger()
                    .post("/workflows/quick_code_review/execute")
                    .json(Map.of("input", Map.of("code", "x = 1\n", "baseline_job_id", job)))
                    .send();

            assertThat(reply.status()).isEqualTo(404);
        }
    }

    @Test
    void the_same_ids_are_known_when_their_owner_asks() {
        Holdings grace = Holdings.ofSomebody(GATEWAY, CONTRACT);
        List<String> wrong = new ArrayList<>();
        signedInOperations().stream()
                .filter(operation -> !operation.scope().equals("admin"))
                .sorted(Comparator.comparing(operation -> operation.method().equals("DELETE")))
                .forEach(operation -> {
                    for (String id : grace.inPath(operation)) {
                        Call call = as(grace.owner(), operation, grace.path(operation, id));
                        grace.body(operation).ifPresent(call::json);
                        Reply reply = call.send();
                        if (reply.status() == 404 && !isGone(operation)) {
                            wrong.add(operation.id() + " does not know " + id + ": " + reply.body());
                        }
                    }
                });

        assertThat(wrong).isEmpty();
    }

    @Test
    void nobody_may_do_anything_that_is_not_public() {
        List<String> wrong = new ArrayList<>();
        for (Contract.Described operation : signedInOperations()) {
            String id = ada.inPath(operation).stream().findFirst().orElse("");
            Call call = GATEWAY.call(operation.method(), ada.path(operation, id));
            ada.body(operation).ifPresent(call::json);
            Reply reply = call.send();
            if (reply.status() != 401) {
                wrong.add(operation.id() + " answered " + reply.status());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void a_key_without_the_scope_is_not_enough_and_no_key_where_keys_are_not_taken() {
        assumeTrue(CONTRACT.find("POST", "/api/v1" + KEYS).isPresent(), "there are no API keys yet");
        Person holder = Person.signedUp(GATEWAY);
        Map<String, String> lacking = Map.of(
                "read", key(holder, Set.of("write", "execute")),
                "write", key(holder, Set.of("read", "execute")),
                "execute", key(holder, Set.of("read", "write")));
        String full = key(holder, Set.of("read", "write", "execute"));
        List<String> wrong = new ArrayList<>();
        for (Contract.Described operation : signedInOperations()) {
            String id = ada.inPath(operation).stream().findFirst().orElse("");
            String key = CONTRACT.takesKeys(operation) ? lacking.getOrDefault(operation.scope(), full) : full;
            Call call =
                    GATEWAY.call(operation.method(), ada.path(operation, id)).header("X-API-Key", key);
            ada.body(operation).ifPresent(call::json);
            Reply reply = call.send();
            if (reply.status() != 403) {
                wrong.add(operation.id() + " answered " + reply.status() + " to a key without " + operation.scope());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(GATEWAY.get("/users/me").header("X-API-Key", full).send().status())
                .isEqualTo(200);
    }

    private List<String> fields(Contract.Described operation) {
        List<String> wrong = new ArrayList<>();
        if (!operation.takesJson()) {
            return wrong;
        }
        JsonNode properties = CONTRACT.resolve(operation.body()).path("properties");
        for (String field : properties.propertyNames()) {
            for (String id : ada.inField(operation, field)) {
                List<Integer> statuses = new ArrayList<>();
                ObjectNode beside = ada.body(operation).orElseThrow().put(field, id);
                ObjectNode alone = new JsonMapper().createObjectNode().put(field, id);
                for (ObjectNode body : List.of(beside, alone)) {
                    // A path that is one's own would be better, but then the path is what is unknown: 404 either way.
                    Reply reply = as(stranger(), operation, ada.path(operation, lastInPath(operation)))
                            .json(body)
                            .send();
                    statuses.add(reply.status());
                }
                if (!statuses.contains(404) || statuses.stream().anyMatch(status -> status < 300)) {
                    wrong.add(operation.id() + " answered " + statuses + " to another's " + field);
                }
            }
        }
        return wrong;
    }

    private List<String> filters(Contract.Described operation) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode parameter : CONTRACT.parameters(operation, "query")) {
            String name = parameter.path("name").asString();
            for (String id : ada.inField(operation, name)) {
                Reply reply = as(stranger(), operation, ada.path(operation, lastInPath(operation)))
                        .query(name, id)
                        .send();
                boolean isEmpty = reply.status() == 200
                        && reply.json().path("items").isArray()
                        && reply.json().path("items").isEmpty();
                if (reply.status() != 404 && !isEmpty) {
                    wrong.add(operation.id() + " answered " + reply.status() + " to another's " + name);
                }
            }
        }
        return wrong;
    }

    private static String lastInPath(Contract.Described operation) {
        return ada.inPath(operation).stream().findFirst().orElse("");
    }

    private static void refusesOrSays(Contract.Described operation, String id, Reply reply, List<String> wrong) {
        int expected = operation.scope().equals("admin") ? 403 : 404;
        if (reply.status() != expected) {
            wrong.add("%s answered %d to another's id %s: %s"
                    .formatted(operation.id(), reply.status(), id, reply.body()));
        } else if (reply.text("/detail").contains(id)
                || reply.body().contains(ada.owner().email())) {
            wrong.add(operation.id() + " repeats what it should not know: " + reply.body());
        }
    }

    private static List<Contract.Described> signedInOperations() {
        return CONTRACT.operations().stream()
                .filter(operation -> !operation.isPublic())
                .toList();
    }

    /** What the owner's own requests of this walk have deleted already. */
    private static boolean isGone(Contract.Described operation) {
        return operation.method().equals("DELETE");
    }

    private static Call as(Person person, Contract.Described operation, String path) {
        return person.call(operation.method(), path);
    }

    /** Somebody else, who has not used up the requests of a minute. */
    private Person stranger() {
        if (++calls % CALLS_A_STRANGER == 0) {
            stranger = Person.signedUp(GATEWAY);
        }
        return stranger;
    }

    private static String key(Person holder, Set<String> scopes) {
        Reply reply =
                holder.post(KEYS).json(Map.of("name", "walk", "scopes", scopes)).send();
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.text("/key");
    }
}
