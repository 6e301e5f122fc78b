package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.aws_apigatewayv2_integrations.WebSocketLambdaIntegration;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogDestination;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.apigatewayv2.WebSocketApi;
import software.amazon.awscdk.services.apigatewayv2.WebSocketRouteOptions;
import software.amazon.awscdk.services.apigatewayv2.WebSocketStage;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The WebSocket API. One function answers all three routes; as a resource it is the management API that sends to sockets. */
public final class SocketApi extends Construct implements Resource {
    /** Also the path of the WebSocket endpoint: {@code edge/websocket-path.js} sends browsers there. */
    private static final String STAGE = "live";

    private final WebSocketApi api;
    private final WebSocketStage stage;

    public SocketApi(Construct scope, IFunction function, Settings settings) {
        super(scope, "Sockets");
        new GatewayLogging(this);
        this.api = WebSocketApi.Builder.create(this, "Api")
                .description("Development Assistant: live progress")
                .connectRouteOptions(route("Connect", function))
                .disconnectRouteOptions(route("Disconnect", function))
                .defaultRouteOptions(route("AnyMessage", function))
                .build();
        this.stage = WebSocketStage.Builder.create(this, "Stage")
                .webSocketApi(api)
                .stageName(STAGE)
                .autoDeploy(true)
                .detailedMetricsEnabled(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(settings.api().rate())
                        .burstLimit(settings.api().burst())
                        .build())
                .accessLogSettings(new AccessLog(new LogGroupLogDestination(Logs.of(this, "AccessLogs", settings))))
                .build();
        stage.getNode().addDependency(getNode().findChild("GatewayLogging"));
    }

    /** The host that CloudFront forwards to. */
    public String host() {
        return "%s.execute-api.%s.%s".formatted(api.getApiId(), Aws.REGION, Aws.URL_SUFFIX);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("WEBSOCKET_MANAGEMENT_URL", stage.getCallbackUrl());
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        String connections = "arn:%s:execute-api:%s:%s:%s/%s/*/@connections/*"
                .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, api.getApiId(), STAGE);
        return List.of(Permissions.allow(List.of("execute-api:ManageConnections"), List.of(connections)));
    }

    private static WebSocketRouteOptions route(String name, IFunction function) {
        return WebSocketRouteOptions.builder()
                .integration(new WebSocketLambdaIntegration(name, function))
                .build();
    }

    /** Not a record: the CDK takes an accessor {@code destination()} for a clash with the property. */
    private static final class AccessLog implements IAccessLogSettings {
        private final IAccessLogDestination to;

        AccessLog(IAccessLogDestination to) {
            this.to = to;
        }

        @Override
        public IAccessLogDestination getDestination() {
            return to;
        }

        @Override
        public AccessLogFormat getFormat() {
            return AccessLogs.sockets();
        }
    }
}
