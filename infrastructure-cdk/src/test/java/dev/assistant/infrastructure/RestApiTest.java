package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.infrastructure.catalogue.Catalogue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RestApiTest {
    private static final String ANY = "x-amazon-apigateway-any-method";

    private final JsonNode body = Synthesis.dev()
            .only("api", "AWS::ApiGateway::RestApi")
            .get("Properties")
            .get("Body");

    @Test
    void has_exactly_the_operations_of_the_contract_each_with_its_function() {
        Map<String, String> routes = new TreeMap<>();
        body.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (!method.equals(ANY)) {
                        routes.put(OpenApi.route(method, path), functionOf(operation));
                    }
                }));

        assertThat(routes).isEqualTo(OpenApi.functionsByRoute()).isNotEmpty();
    }

    @Test
    void sends_every_other_path_and_method_to_the_fallback_function() {
        Set<String> paths = new TreeSet<>();
        body.get("paths").forEachEntry((path, item) -> {
            assertThat(functionOf(item.get(ANY))).as(path).isEqualTo("system");
            paths.add(path);
        });

        assertThat(paths).contains("/{proxy+}", "/api", "/api/v1", "/api/v1/auth", "/api/v1/code-review/{job_id}");
    }

    @Test
    void is_a_version_of_openapi_that_the_gateway_imports() {
        assertThat(body.get("openapi").stringValue()).startsWith("3.0.");
    }

    @Test
    void may_call_each_of_its_functions_and_nothing_else_may() {
        Set<String> callable = new TreeSet<>();
        JsonNode resources = Synthesis.dev().template("api").get("Resources");
        resources.forEach(resource -> {
            if (resource.get("Type").stringValue().equals("AWS::Lambda::Permission")) {
                JsonNode permission = resource.get("Properties");
                assertThat(permission.get("Principal").stringValue()).isEqualTo("apigateway.amazonaws.com");
                assertThat(permission.get("SourceArn").toString()).contains("/live/*/*");
                callable.add(functionOf(permission.get("FunctionName")));
            }
        });

        assertThat(callable).isEqualTo(new TreeSet<>(OpenApi.functionsByRoute().values()));
    }

    @Test
    void answers_with_the_problem_shape_where_no_function_is_asked() {
        JsonNode responses = body.get("x-amazon-apigateway-gateway-responses");

        assertThat(responses.propertyNames()).contains("DEFAULT_4XX", "DEFAULT_5XX", "THROTTLED", "REQUEST_TOO_LARGE");
        responses.forEach(response -> {
            JsonNode parameters = response.get("responseParameters");
            assertThat(parameters.get("gatewayresponse.header.Content-Type").stringValue())
                    .isEqualTo("'application/problem+json'");
            assertThat(parameters
                            .get("gatewayresponse.header.Access-Control-Allow-Origin")
                            .stringValue())
                    .isEqualTo("'https://" + Synthesis.HOST + "'");
            assertThat(response.get("responseTemplates").get("application/json").stringValue())
                    .contains("\"status\":" + response.get("statusCode").asInt());
        });
    }

    /** The function whose alias a piece of the template refers to, by the alias' logical id. */
    private static String functionOf(JsonNode node) {
        String text = node.toString();
        return Catalogue.load().functions().stream()
                .map(function -> function.name())
                .filter(name -> text.contains("\"Rest%sLive".formatted(name.replace("-", ""))))
                .reduce((one, other) -> one + "," + other)
                .orElse("none: " + text);
    }
}
