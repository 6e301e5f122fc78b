package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.infrastructure.settings.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataAndNetworkTest {
    private final Synthesis dev = Synthesis.dev();
    private final Synthesis prod = Synthesis.prod();

    @Test
    void tables_expire_their_items_and_are_paid_by_the_request() {
        assertThat(dev.ofType("AWS::DynamoDB::GlobalTable")).hasSize(4).allSatisfy(table -> {
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
        assertThat(prod.template("data").get("Resources").valueStream())
                .filteredOn(resource -> resource.get("Type").stringValue().equals("AWS::KMS::Key"))
                .hasSize(2)
                .allMatch(key -> key.get("DeletionPolicy").stringValue().equals("Retain"));
    }

    @Test
    void the_databases_log_repeats_no_values() {
        assertThat(prod.only("data", "AWS::RDS::DBClusterParameterGroup")
                        .at("/Properties/Parameters/log_error_verbosity")
                        .asString())
                .isEqualTo("terse");
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
    void figures_are_read_beside_the_writer_where_there_is_another_instance() {
        assertThat(readUrl(prod)).contains("ReadEndpoint");
        assertThat(readUrl(dev)).contains("Endpoint").doesNotContain("ReadEndpoint");
        assertThat(variables(prod, "ReviewsFunction").has("DATABASE_READ_URL")).isFalse();
        assertThat(variables(prod, "AnalyticsFunction").get("DATABASE_URL").toString())
                .doesNotContain("ReadEndpoint");
    }

    private static String readUrl(Synthesis stage) {
        return variables(stage, "AnalyticsFunction").get("DATABASE_READ_URL").toString();
    }

    private static JsonNode variables(Synthesis stage, String function) {
        return stage.template("api").at("/Resources/" + function + "/Properties/Environment/Variables");
    }

    @Test
    void a_key_that_is_announced_is_trusted_before_it_signs() {
        Path out = withKeys(1, 2);
        JsonNode data = JsonMapper.shared().readTree(out.resolve("data.template.json"));
        JsonNode api = JsonMapper.shared().readTree(out.resolve("api.template.json"));

        assertThat(data.get("Resources").valueStream())
                .filteredOn(resource ->
                        resource.at("/Properties/KeyUsage").asString("").equals("SIGN_VERIFY"))
                .hasSize(2);
        JsonNode ids = api.at("/Resources/AuthFunction/Properties/Environment/Variables/TOKEN_KEY_ID/Fn::Join/1");
        assertThat(ids.toString()).containsPattern("RefTokenKey[0-9A-F]{8}.*RefTokenKeyKey2");
        assertThat(api.toString()).contains("kms:Sign");
    }

    /** Stacks are deployed one after the other, and CloudFormation takes no export away that a stack still imports. */
    @Test
    void no_step_of_two_rotations_takes_away_what_a_stack_still_imports() {
        List<Path> steps = List.of(withKeys(2, 1), withKeys(2), withKeys(3, 2), withKeys(3));

        assertThat(exports(steps.getFirst())).isNotEmpty();
        for (int step = 1; step < steps.size(); step++) {
            Set<String> takenAway = exports(steps.get(step - 1));
            takenAway.removeAll(exports(steps.get(step)));
            takenAway.retainAll(importing(steps.get(step - 1)));
            assertThat(takenAway).as("step %d", step).isEmpty();
        }
        assertThat(exports(steps.getLast()).toString())
                .as("what nobody imports any more goes in the end")
                .doesNotContain("RefTokenKeyKey1", "RefTokenKeyKeyA");
        assertThatThrownBy(() -> withKeys(1, 3)).hasMessageContaining("leave none out");
    }

    private static Path withKeys(Integer... keys) {
        Settings.Accounts accounts = new Settings.Accounts(
                Synthesis.ACCOUNTS.mailSender(), false, List.of(keys), Synthesis.PROVIDERS, Optional.empty());
        Settings settings = Settings.dev(Synthesis.HOST, Optional.empty(), Synthesis.BUILD, accounts);
        return Synthesis.synthesise("keys-" + Arrays.toString(keys), settings, Synthesis.CHECKOUT);
    }

    private static Set<String> exports(Path out) {
        return JsonMapper.shared()
                .readTree(out.resolve("data.template.json"))
                .path("Outputs")
                .valueStream()
                .map(output -> output.at("/Export/Name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> importing(Path out) {
        return Synthesis.files(out, "*.template.json").stream()
                .flatMap(template -> JsonMapper.shared().readTree(template).findValues("Fn::ImportValue").stream())
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
