package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EdgeAndLogsTest {
    private final Synthesis prod = Synthesis.prod();

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

    @Test
    void pages_may_connect_to_where_uploads_go_and_uploads_do_not_stay() {
        String policy =
                prod.only("edge", "AWS::CloudFront::ResponseHeadersPolicy").toString();
        String bucket = prod.only("data", "AWS::S3::Bucket").toString();

        assertThat(policy).containsPattern("connect-src 'self' https://").doesNotContain("{uploads}");
        assertThat(bucket)
                .contains("\"ExpirationInDays\":1,\"Prefix\":\"uploads/\"")
                .contains("\"AllowedMethods\":[\"PUT\"]");
    }
}
