package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds for every resource of its kind, in both stages: whoever adds one keeps to it, too. */
class ProtectionTest {
    private static final List<Synthesis> STAGES = List.of(Synthesis.dev(), Synthesis.prod());
    private static final long FOURTEEN_DAYS = 1_209_600;

    @Test
    void what_is_kept_is_encrypted_and_encrypting_keys_renew_themselves() {
        assertThat(all("AWS::SQS::Queue"))
                .allMatch(queue -> queue.get("SqsManagedSseEnabled").booleanValue());
        assertThat(all("AWS::SNS::Topic")).isNotEmpty().allMatch(topic -> topic.has("KmsMasterKeyId"));
        assertThat(all("AWS::S3::Bucket")).isNotEmpty().allMatch(bucket -> bucket.has("BucketEncryption"));
        assertThat(all("AWS::RDS::DBCluster"))
                .isNotEmpty()
                .allMatch(database -> database.get("StorageEncrypted").booleanValue());
        assertThat(all("AWS::KMS::Key"))
                .filteredOn(key -> !key.path("KeyUsage").asString("").equals("SIGN_VERIFY"))
                .isNotEmpty()
                .allMatch(key -> key.get("EnableKeyRotation").booleanValue());
    }

    @Test
    void nothing_is_open_to_everybody() {
        assertThat(all("AWS::S3::Bucket"))
                .allSatisfy(bucket -> assertThat(bucket.get("PublicAccessBlockConfiguration"))
                        .hasSize(4)
                        .allMatch(JsonNode::booleanValue));
        assertThat(all("AWS::RDS::DBInstance"))
                .isNotEmpty()
                .noneMatch(database -> database.path("PubliclyAccessible").asBoolean(false));
        assertThat(all("AWS::Lambda::Url")).isEmpty();
        assertThat(Stream.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")
                        .flatMap(type -> all(type).stream())
                        .flatMap(policy ->
                                policy.get("PolicyDocument").get("Statement").valueStream())
                        .filter(statement ->
                                statement.get("Effect").stringValue().equals("Allow")))
                .isNotEmpty()
                .noneMatch(statement -> isEverybody(statement.get("Principal")));
        assertThat(all("AWS::Lambda::Permission"))
                .noneMatch(
                        permission -> permission.get("Principal").asString("").equals("*"));
    }

    @Test
    void queues_take_encrypted_calls_only_and_drop_nothing_unseen() {
        for (Synthesis stage : STAGES) {
            List<JsonNode> queues = stage.ofType("AWS::SQS::Queue");
            String deadLetters = queues.stream()
                    .map(queue -> queue.at("/Properties/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0")
                            .asString(""))
                    .collect(Collectors.joining(" "));
            assertThat(stage.ofType("AWS::SQS::QueuePolicy"))
                    .hasSameSizeAs(queues)
                    .allMatch(policy -> policy.toString().contains("\"aws:SecureTransport\":\"false\""));
            assertThat(queues)
                    .isNotEmpty()
                    .allSatisfy(queue -> assertThat(queue.at("/Properties/MessageRetentionPeriod")
                                    .asLong())
                            .isBetween(1L, FOURTEEN_DAYS));
            assertThat(namesOf(stage, "AWS::SQS::Queue"))
                    .allMatch(name -> deadLetters.contains(name)
                            || resource(stage, name).get("Properties").has("RedrivePolicy"));
        }
    }

    @Test
    void whatever_could_not_be_done_tells_somebody() {
        Synthesis prod = Synthesis.prod();
        String alarms = prod.ofType("AWS::CloudWatch::Alarm").toString();
        Set<String> deadLetters = prod.ofType("AWS::SQS::Queue").stream()
                .map(queue -> queue.at("/Properties/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0")
                        .asString(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());

        assertThat(deadLetters).hasSize(3).allMatch(alarms::contains);
    }

    @Test
    void every_function_of_ours_logs_where_logs_are_forgotten() {
        Map.of(7, Synthesis.dev(), 90, Synthesis.prod()).forEach((days, stage) -> {
            assertThat(stage.ofType("AWS::Logs::LogGroup"))
                    .isNotEmpty()
                    .allMatch(group -> group.at("/Properties/RetentionInDays").asInt() == days);
            assertThat(stage.ofType("AWS::Lambda::Function"))
                    .map(function -> function.get("Properties"))
                    .filteredOn(
                            function -> function.path("Runtime").asString("").startsWith("java"))
                    .isNotEmpty()
                    .allMatch(function -> function.at("/LoggingConfig/LogGroup").isObject());
        });
    }

    @Test
    void everything_that_grows_has_an_end() {
        assertThat(target(Synthesis.dev())).containsExactly(0, 4);
        assertThat(target(Synthesis.prod())).containsExactly(1, 50);
        for (Synthesis stage : STAGES) {
            assertThat(stage.only("data", "AWS::RDS::DBCluster")
                            .at("/Properties/ServerlessV2ScalingConfiguration/MaxCapacity")
                            .asDouble())
                    .isBetween(1.0, 16.0);
            assertThat(stage.only("api", "AWS::ApiGateway::Stage")
                            .at("/Properties/MethodSettings/0/ThrottlingRateLimit")
                            .asInt())
                    .isBetween(1, 1_000);
        }
    }

    private static List<Integer> target(Synthesis stage) {
        JsonNode target = stage.only("agents", "AWS::ApplicationAutoScaling::ScalableTarget");
        return List.of(
                target.at("/Properties/MinCapacity").asInt(),
                target.at("/Properties/MaxCapacity").asInt());
    }

    private static List<JsonNode> all(String type) {
        return STAGES.stream()
                .flatMap(stage -> stage.ofType(type).stream())
                .map(resource -> resource.get("Properties"))
                .toList();
    }

    private static boolean isEverybody(JsonNode principal) {
        return principal.asString("").equals("*")
                || principal.path("AWS").asString("").equals("*");
    }

    private static List<String> namesOf(Synthesis stage, String type) {
        return stage.templates().values().stream()
                .flatMap(template -> template.get("Resources").properties().stream())
                .filter(resource ->
                        resource.getValue().get("Type").stringValue().equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static JsonNode resource(Synthesis stage, String name) {
        return stage.templates().values().stream()
                .map(template -> template.get("Resources").path(name))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
    }
}
