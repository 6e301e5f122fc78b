package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.infrastructure.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    void the_firewall_stands_before_the_one_host_and_counts_by_the_viewers_own_address() {
        JsonNode rules = prod.only("firewall", "AWS::WAFv2::WebACL").get("Properties");
        JsonNode distribution = prod.only("edge", "AWS::CloudFront::Distribution");

        assertThat(rules.get("Scope").stringValue()).isEqualTo("CLOUDFRONT");
        assertThat(rules.at("/Rules/1/Statement/RateBasedStatement/AggregateKeyType")
                        .asString())
                .isEqualTo("IP");
        assertThat(rules.toString()).doesNotContainIgnoringCase("forwarded");
        assertThat(distribution.at("/Properties/DistributionConfig/WebACLId").toString())
                .contains("FirewallOfStage", "Parameter.Value");
        assertThat(prod.only("edge", "Custom::AWS").toString())
                .contains("/development-assistant/prod/firewall", "us-east-1");
        assertThat(prod.ofType("AWS::WAFv2::WebACLAssociation")).isEmpty();
        assertThat(Synthesis.dev().ofType("AWS::WAFv2::WebACL")).isEmpty();
        assertThat(Synthesis.dev().ofType("Custom::AWS")).isEmpty();
    }

    @Test
    void the_firewall_is_where_cloudfront_wants_it_and_deployed_before_the_host() {
        JsonNode stacks = JsonMapper.shared()
                .readTree(Synthesis.folder("prod").resolve("manifest.json"))
                .get("artifacts");

        assertThat(stacks.at("/firewall/environment").asString()).endsWith("/us-east-1");
        assertThat(stacks.at("/edge/environment").asString()).endsWith("/unknown-region");
        assertThat(stacks.at("/edge/dependencies").toString()).contains("\"firewall\"");
    }

    @Test
    void cloudfront_proves_itself_to_both_apis_by_a_generated_key_that_is_in_no_template() {
        assertThat(proofs(prod.only("edge", "AWS::CloudFront::Distribution")))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key)
                        .contains("{{resolve:secretsmanager:", "OriginKeysFirst", ":SecretString:key::}}"));
        assertThat(prod.template("data").get("Resources").valueStream())
                .filteredOn(resource -> resource.toString().contains("Sent by CloudFront"))
                .hasSize(2)
                .allSatisfy(secret -> assertThat(secret.toString())
                        .contains("\"PasswordLength\":48", "\"SecretStringTemplate\":\"{}\""));
    }

    @Test
    void the_other_key_is_sent_once_the_settings_say_so() {
        Settings settings = Settings.dev(Synthesis.HOST, Optional.empty(), Synthesis.BUILD, Synthesis.ACCOUNTS)
                .withOriginKey(2);

        Path out = Synthesis.synthesise("origin-key", settings, Synthesis.CHECKOUT);

        JsonNode resources =
                JsonMapper.shared().readTree(out.resolve("edge.template.json")).get("Resources");
        assertThat(resources.valueStream())
                .filteredOn(resource -> resource.get("Type").stringValue().equals("AWS::CloudFront::Distribution"))
                .flatExtracting(EdgeAndLogsTest::proofs)
                .hasSize(2)
                .allSatisfy(key -> assertThat(key).contains("OriginKeysSecond"));
    }

    /** What the origins that are gateways are sent beside the viewer's headers. */
    private static List<String> proofs(JsonNode distribution) {
        return distribution
                .get("Properties")
                .get("DistributionConfig")
                .get("Origins")
                .valueStream()
                .filter(origin -> origin.has("CustomOriginConfig"))
                .map(origin -> origin.get("OriginCustomHeaders").get(0))
                .filter(header -> header.get("HeaderName").stringValue().equals("X-Origin-Key"))
                .map(header -> header.get("HeaderValue").toString())
                .toList();
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
