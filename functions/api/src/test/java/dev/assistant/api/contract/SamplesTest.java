package dev.assistant.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples that the reference shows, the contract's own and those made from its schemas. */
final class SamplesTest {
    private static final String JSON = "application/json";

    private final Contract contract = new Contract();
    private final Samples samples = new Samples(new References(contract.document()));

    @Test
    void every_request_and_every_answer_has_an_example_that_fits_its_schema() {
        List<String> wrong = new ArrayList<>();
        for (Contract.Described operation : contract.operations()) {
            if (operation.takesJson()) {
                JsonNode media = operation
                        .operation()
                        .path("requestBody")
                        .path("content")
                        .path(JSON);
                check(operation.id() + " takes", media, wrong);
            }
            for (Map.Entry<String, JsonNode> response :
                    operation.operation().path("responses").properties()) {
                JsonNode content = contract.resolve(response.getValue()).path("content");
                if (content.has(JSON)) {
                    check(operation.id() + " answers " + response.getKey(), content.path(JSON), wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void every_request_body_has_an_example_of_the_contracts_own() {
        assertThat(contract.operations().stream().filter(Contract.Described::takesJson))
                .allSatisfy(operation -> {
                    JsonNode media = operation
                            .operation()
                            .path("requestBody")
                            .path("content")
                            .path(JSON);
                    assertThat(media.has("example")
                                    || media.has("examples")
                                    || contract.resolve(operation.body()).has("examples"))
                            .as(operation.id())
                            .isTrue();
                });
    }

    private void check(String what, JsonNode media, List<String> wrong) {
        JsonNode sample = new JsonMapper().readTree(samples.of(media));
        contract.validate(media.path("schema"), sample).forEach(complaint -> wrong.add(what + ": " + complaint));
    }
}
