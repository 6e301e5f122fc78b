package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import dev.assistant.infrastructure.contract.RoutingDocument;
import dev.assistant.infrastructure.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Permission;
import software.constructs.Construct;

/** The REST API, made from the contract, and the functions that answer it. */
public final class RoutedApi extends Construct {
    private static final String STAGE = "live";

    private final Map<String, CloudFunction> functions = new HashMap<>();
    private final SpecRestApi api;

    public RoutedApi(Construct scope, Surroundings around) {
        super(scope, "Rest");
        around.catalogue().routed().forEach(row -> functions.put(row.name(), new CloudFunction(this, row, around)));
        this.api = SpecRestApi.Builder.create(this, "Api")
                .description("Development Assistant: REST API")
                .apiDefinition(ApiDefinition.fromInline(body(around)))
                .endpointTypes(List.of(EndpointType.REGIONAL))
                .cloudWatchRole(false)
                .deployOptions(stage(around.settings()))
                .build();
        functions.values().forEach(this::letCall);
    }

    /** The host that CloudFront forwards to. */
    public String host() {
        return "%s.execute-api.%s.%s".formatted(api.getRestApiId(), Aws.REGION, Aws.URL_SUFFIX);
    }

    /** One of the API's own metrics, by the minute. */
    IMetric metric(String name, String statistic) {
        return api.metric(
                name,
                MetricOptions.builder()
                        .statistic(statistic)
                        .period(Duration.minutes(1))
                        .build());
    }

    /** What CloudFront puts before every path. */
    public String pathPrefix() {
        return "/" + STAGE;
    }

    private Map<String, Object> body(Surroundings around) {
        Map<String, Object> body =
                new RoutingDocument(around.contract(), around.catalogue(), this::integrationUri).body();
        body.put(
                "x-amazon-apigateway-gateway-responses",
                GatewayProblems.in(around.settings().origin()));
        return body;
    }

    private String integrationUri(CatalogueFunction row) {
        CloudFunction function = functions.get(row.name());
        if (function == null) {
            throw new IllegalArgumentException("the contract routes to %s, which has no routes".formatted(row.name()));
        }
        return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
                .formatted(Aws.PARTITION, Aws.REGION, function.live().getFunctionArn());
    }

    private void letCall(CloudFunction function) {
        function.live()
                .addPermission(
                        "Api",
                        Permission.builder()
                                .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                                .sourceArn(api.arnForExecuteApi("*", "/*", STAGE))
                                .build());
    }

    private StageOptions stage(Settings settings) {
        return StageOptions.builder()
                .stageName(STAGE)
                .throttlingRateLimit(settings.api().rate())
                .throttlingBurstLimit(settings.api().burst())
                .metricsEnabled(true)
                .tracingEnabled(true)
                .accessLogDestination(new LogGroupLogDestination(Logs.of(this, "AccessLogs", settings)))
                .accessLogFormat(AccessLogs.rest())
                .build();
    }
}
