package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.infrastructure.catalogue.Catalogue;
import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import dev.assistant.infrastructure.catalogue.Source;
import dev.assistant.infrastructure.catalogue.Touch;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FunctionsTest {
    private final Synthesis dev = Synthesis.dev();

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
            assertThat(keys.stream().filter(FunctionsTest::isOfATouch))
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
    void in_production_a_tenth_of_the_calls_tries_new_code_first() {
        List<JsonNode> groups = Synthesis.prod().ofType("AWS::CodeDeploy::DeploymentGroup");

        assertThat(groups)
                .hasSize(Catalogue.load().functions().size() - 1)
                .allSatisfy(group -> assertThat(group.toString())
                        .contains("CodeDeployDefault.LambdaCanary10Percent5Minutes", "DEPLOYMENT_STOP_ON_ALARM"));
        assertThat(dev.ofType("AWS::CodeDeploy::DeploymentGroup")).isEmpty();
    }

    @Test
    void the_socket_api_has_the_three_routes_and_no_other() {
        assertThat(dev.ofType("AWS::ApiGatewayV2::Route"))
                .extracting(route -> route.get("Properties").get("RouteKey").stringValue())
                .containsExactlyInAnyOrder("$connect", "$disconnect", "$default");
    }

    @Test
    void functions_for_functions_let_nobody_in_but_by_the_callers_role() {
        assertThat(dev.ofType("AWS::Lambda::Permission"))
                .isNotEmpty()
                .noneMatch(permission -> permission.toString().contains("ProviderSignIn"))
                .noneMatch(permission -> permission.toString().contains("providersignin"));
    }

    @Test
    void the_secrets_of_providers_are_references_and_where_nothing_was_agreed_there_are_none() {
        JsonNode variables = variables("api", "OauthFunction");
        assertThat(variables.get("OAUTH_GOOGLE_CLIENT_ID").stringValue()).isEqualTo("google-client");
        assertThat(variables.get("OAUTH_GOOGLE_CLIENT_SECRET").toString())
                .contains("{{resolve:secretsmanager:", "google_client_secret");
        assertThat(variables.get("OAUTH_GITHUB_CLIENT_SECRET").toString()).contains("github_client_secret");
    }

    @Test
    void every_function_that_a_gateway_calls_knows_both_keys_by_reference_only() {
        for (CatalogueFunction row : Catalogue.load().functions()) {
            boolean called = row.isRouted() || row.source() instanceof Source.WebSocket;
            assertThat(row.touches(Touch.Kind.ORIGIN_KEYS)).as(row.name()).isEqualTo(called);
        }
        JsonNode auth = variables("api", "AuthFunction");
        JsonNode realtime = variables("realtime", "RealtimeFunction");
        for (JsonNode variables : List.of(auth, realtime)) {
            assertThat(variables.get("ORIGIN_KEY_1").toString())
                    .contains("{{resolve:secretsmanager:", "OriginKeysFirst");
            assertThat(variables.get("ORIGIN_KEY_2").toString())
                    .contains("{{resolve:secretsmanager:", "OriginKeysSecond");
        }
    }

    private JsonNode variables(String stack, String function) {
        return dev.template(stack)
                .get("Resources")
                .get(function)
                .get("Properties")
                .get("Environment")
                .get("Variables");
    }

    private static boolean isOfATouch(String key) {
        return key.startsWith("DATABASE_")
                || key.startsWith("TABLE_")
                || key.startsWith("QUEUE_")
                || key.startsWith("BUCKET_")
                || key.startsWith("MAIL_")
                || key.startsWith("MODEL_")
                || key.startsWith("REPOSITORY_")
                || key.startsWith("TOKEN_")
                || key.startsWith("GRANT_")
                || key.startsWith("OAUTH_")
                || key.startsWith("ORIGIN_KEY_")
                || key.startsWith("FUNCTION_")
                || key.startsWith("WEBSOCKET_");
    }
}
