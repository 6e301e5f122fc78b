package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.infrastructure.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgentsStackTest {
    private final Synthesis dev = Synthesis.dev();
    private final Synthesis prod = Synthesis.prod();

    @Test
    void a_review_that_fails_three_times_becomes_a_dead_letter_that_a_function_takes() {
        JsonNode reviews = dev.template("agents").get("Resources").properties().stream()
                .filter(resource -> resource.getKey().startsWith("reviewsqueue"))
                .filter(resource ->
                        resource.getValue().get("Type").stringValue().equals("AWS::SQS::Queue"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .get("Properties");
        JsonNode consumer =
                dev.only("agents", "AWS::Lambda::EventSourceMapping").get("Properties");

        assertThat(reviews.get("RedrivePolicy").get("maxReceiveCount").asInt()).isEqualTo(3);
        assertThat(reviews.get("RedrivePolicy").get("deadLetterTargetArn").toString())
                .contains("deadlettersqueue");
        assertThat(consumer.get("EventSourceArn").toString()).contains("deadlettersqueue");
        assertThat(consumer.get("FunctionResponseTypes").toString()).contains("ReportBatchItemFailures");
    }

    @Test
    void workers_follow_the_open_jobs_from_the_smallest_to_the_largest_number() {
        List<JsonNode> steps = prod.ofType("AWS::ApplicationAutoScaling::ScalingPolicy").stream()
                .flatMap(
                        policy -> policy
                                .get("Properties")
                                .get("StepScalingPolicyConfiguration")
                                .get("StepAdjustments")
                                .values()
                                .stream())
                .toList();

        assertThat(steps)
                .extracting(step -> step.get("ScalingAdjustment").asInt())
                .containsExactly(1, 1, 2, 4, 8, 16, 32, 50);
    }

    @Test
    void models_are_asked_where_some_are_named_and_no_others() {
        Settings settings = Settings.dev(Synthesis.HOST, Optional.empty(), Synthesis.BUILD, Synthesis.ACCOUNTS)
                .with(List.of("eu.vendor.model-1", "vendor.model-2"));
        Path out = Synthesis.synthesise("models", settings, Synthesis.CHECKOUT);
        String agents = JsonMapper.shared()
                .readTree(out.resolve("agents.template.json"))
                .toString();

        assertThat(Synthesis.objections(out)).isEmpty();
        assertThat(agents)
                .contains("foundation-model/vendor.model-1", "inference-profile/eu.vendor.model-1")
                .contains("{\"Name\":\"MODEL_IDS\",\"Value\":\"eu.vendor.model-1,vendor.model-2\"}")
                .contains("{\"Name\":\"MODEL_PROVIDER\",\"Value\":\"bedrock\"}");
        assertThat(dev.template("agents").toString())
                .contains("{\"Name\":\"MODEL_PROVIDER\",\"Value\":\"none\"}")
                .doesNotContain("bedrock:InvokeModel");
    }

    @Test
    void a_worker_takes_as_many_jobs_as_the_scaling_counts_on() {
        JsonNode container = prod.only("agents", "AWS::ECS::TaskDefinition")
                .get("Properties")
                .get("ContainerDefinitions")
                .get(0);

        assertThat(container.get("Environment").values())
                .contains(JsonMapper.shared().readTree("{\"Name\":\"WORKER_CONCURRENCY\",\"Value\":\"4\"}"));
        assertThat(container.get("StopTimeout").asInt()).isEqualTo(120);
        assertThat(container.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.get("MountPoints").get(0).get("ContainerPath").stringValue())
                .isEqualTo("/tmp");
    }
}
