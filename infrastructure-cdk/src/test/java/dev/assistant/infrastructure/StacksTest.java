package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.infrastructure.catalogue.Catalogue;
import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StacksTest {
    private final Synthesis dev = Synthesis.dev();
    private final Synthesis prod = Synthesis.prod();

    @Test
    void every_function_of_the_catalogue_is_made_once_with_the_environment_of_its_touches() {
        Set<String> made = new TreeSet<>();
        for (CatalogueFunction row : Catalogue.load().functions()) {
            List<JsonNode> found = dev.templates().values().stream()
                    .map(template -> template.get("Resources").path(row.logicalId()))
                    .filter(JsonNode::isObject)
                    .toList();
            assertThat(found).as(row.name()).hasSize(1);
            JsonNode function = found.getFirst().get("Properties");
            Set<String> keys =
                    new TreeSet<>(function.get("Environment").get("Variables").propertyNames());
            row.touches().forEach(touch -> assertThat(keys).containsAll(touch.environmentKeys()));
            assertThat(keys.stream().filter(StacksTest::isOfATouch))
                    .containsExactlyInAnyOrderElementsOf(row.touches().stream()
                            .flatMap(touch -> touch.environmentKeys().stream())
                            .collect(Collectors.toSet()));
            assertThat(function.get("Runtime").stringValue()).isEqualTo("java25");
            assertThat(function.get("MemorySize").asInt()).isEqualTo(row.memory());
            assertThat(function.get("Timeout").asLong()).isEqualTo(row.timeout().toSeconds());
            made.add(row.name());
        }
        assertThat(made).hasSize(Catalogue.load().functions().size());
    }

    @Test
    void every_function_but_the_migration_starts_from_a_snapshot() {
        for (CatalogueFunction row : Catalogue.load().functions()) {
            JsonNode function = dev.templates().values().stream()
                    .map(template -> template.get("Resources").path(row.logicalId()))
                    .filter(JsonNode::isObject)
                    .findFirst()
                    .orElseThrow()
                    .get("Properties");
            assertThat(function.path("SnapStart").path("ApplyOn").asString(""))
                    .as(row.name())
                    .isEqualTo(row.name().equals("migrate") ? "" : "PublishedVersions");
        }
    }

    @Test
    void the_schema_is_migrated_when_the_database_is_up_and_before_other_functions_get_their_code() {
        JsonNode trigger = dev.only("data", "Custom::Trigger");

        assertThat(trigger.get("DependsOn").values())
                .extracting(JsonNode::stringValue)
                .anyMatch(id -> id.startsWith("DatabaseClusterWriter"));
        assertThat(trigger.get("Properties").get("HandlerArn").toString()).contains("migrateFunctionCurrentVersion");
        for (String stack : List.of("realtime", "agents", "api")) {
            assertThat(dev.template(stack).toString()).contains("Fn::ImportValue\":\"development-assistant-dev-data:");
        }
    }

    @Test
    void the_socket_api_has_the_three_routes_and_no_other() {
        assertThat(dev.ofType("AWS::ApiGatewayV2::Route"))
                .extracting(route -> route.get("Properties").get("RouteKey").stringValue())
                .containsExactlyInAnyOrder("$connect", "$disconnect", "$default");
    }

    @Test
    void tables_expire_their_items_and_are_paid_by_the_request() {
        assertThat(dev.ofType("AWS::DynamoDB::GlobalTable")).hasSize(3).allSatisfy(table -> {
            JsonNode properties = table.get("Properties");
            assertThat(properties
                            .get("TimeToLiveSpecification")
                            .get("AttributeName")
                            .stringValue())
                    .isEqualTo("expires_at");
            assertThat(properties.get("BillingMode").stringValue()).isEqualTo("PAY_PER_REQUEST");
        });
    }

    @Test
    void buckets_are_private_encrypted_and_refuse_plain_http() {
        assertThat(prod.ofType("AWS::S3::Bucket")).hasSize(2).allSatisfy(bucket -> {
            JsonNode properties = bucket.get("Properties");
            assertThat(properties.has("BucketEncryption")).isTrue();
            assertThat(properties.get("PublicAccessBlockConfiguration"))
                    .hasSize(4)
                    .allMatch(JsonNode::booleanValue);
        });
        assertThat(prod.ofType("AWS::S3::BucketPolicy"))
                .hasSize(2)
                .allMatch(policy -> policy.toString().contains("\"aws:SecureTransport\":\"false\""));
    }

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
    void nothing_in_the_network_can_be_reached_from_outside() {
        for (Synthesis stage : List.of(dev, prod)) {
            assertThat(stage.ofType("AWS::EC2::SecurityGroup"))
                    .isNotEmpty()
                    .noneMatch(group -> group.path("Properties")
                            .path("SecurityGroupIngress")
                            .toString()
                            .contains("0.0.0.0/0"));
            assertThat(stage.ofType("AWS::EC2::SecurityGroupIngress"))
                    .hasSize(1)
                    .allSatisfy(rule -> {
                        JsonNode properties = rule.get("Properties");
                        assertThat(properties.get("FromPort").asInt()).isEqualTo(5432);
                        assertThat(properties.get("SourceSecurityGroupId").toString())
                                .contains("DatabaseClients");
                    });
        }
    }

    @Test
    void what_production_keeps_cannot_be_deleted_by_mistake() {
        JsonNode database = prod.only("data", "AWS::RDS::DBCluster");

        assertThat(database.get("Properties").get("DeletionProtection").booleanValue())
                .isTrue();
        assertThat(database.get("Properties").get("StorageEncrypted").booleanValue())
                .isTrue();
        assertThat(database.get("DeletionPolicy").stringValue()).isEqualTo("Snapshot");
        assertThat(prod.ofType("AWS::DynamoDB::GlobalTable"))
                .allMatch(table -> table.get("DeletionPolicy").stringValue().equals("Retain"));
        assertThat(prod.only("data", "AWS::KMS::Key").get("DeletionPolicy").stringValue())
                .isEqualTo("Retain");
    }

    @Test
    void development_sleeps_when_unused() {
        JsonNode scaling =
                dev.only("data", "AWS::RDS::DBCluster").get("Properties").get("ServerlessV2ScalingConfiguration");
        JsonNode workers = dev.only("agents", "AWS::ApplicationAutoScaling::ScalableTarget")
                .get("Properties");

        assertThat(scaling.get("MinCapacity").asDouble()).isZero();
        assertThat(workers.get("MinCapacity").asInt()).isZero();
        assertThat(dev.ofType("AWS::EC2::NatGateway")).isEmpty();
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
    void a_worker_takes_as_many_jobs_as_the_scaling_counts_on() {
        JsonNode container = prod.only("agents", "AWS::ECS::TaskDefinition")
                .get("Properties")
                .get("ContainerDefinitions")
                .get(0);

        assertThat(container.get("Environment").values())
                .contains(JsonMapper.shared().readTree("{\"Name\":\"WORKER_CONCURRENCY\",\"Value\":\"4\"}"));
        assertThat(container.get("StopTimeout").asInt()).isEqualTo(120);
    }

    @Test
    void every_log_group_forgets() {
        assertThat(prod.ofType("AWS::Logs::LogGroup"))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(
                                group.get("Properties").get("RetentionInDays").asInt())
                        .isEqualTo(90));
    }

    @Test
    void access_logs_hold_neither_query_nor_headers() {
        assertThat(List.of(
                        prod.only("api", "AWS::ApiGateway::Stage")
                                .get("Properties")
                                .get("AccessLogSetting"),
                        prod.only("realtime", "AWS::ApiGatewayV2::Stage")
                                .get("Properties")
                                .get("AccessLogSettings")))
                .allSatisfy(log -> assertThat(log.get("Format").stringValue())
                        .contains("$context.requestId")
                        .doesNotContainIgnoringCase("query")
                        .doesNotContainIgnoringCase("header")
                        .doesNotContain("authorizer"));
    }

    @Test
    void one_host_serves_pages_api_and_sockets() {
        JsonNode distribution = prod.only("edge", "AWS::CloudFront::Distribution")
                .get("Properties")
                .get("DistributionConfig");

        assertThat(distribution.get("Aliases").get(0).stringValue()).isEqualTo(Synthesis.HOST);
        assertThat(distribution.get("CacheBehaviors"))
                .extracting(behavior -> behavior.get("PathPattern").stringValue())
                .containsExactly("/api/v1/ws/*", "/api/*");
        assertThat(distribution.get("CacheBehaviors").get(0).get("FunctionAssociations"))
                .hasSize(1);
    }

    private static boolean isOfATouch(String key) {
        return key.startsWith("DATABASE_")
                || key.startsWith("TABLE_")
                || key.startsWith("QUEUE_")
                || key.startsWith("BUCKET_")
                || key.startsWith("TOKEN_")
                || key.startsWith("WEBSOCKET_");
    }
}
