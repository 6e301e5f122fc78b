package dev.assistant.adapters.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.settings.Environment.MissingSetting;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void names_the_key_that_is_missing_and_no_value() {
        Environment environment = new Environment(Map.of(
                "DATABASE_URL", "jdbc:postgresql://db/app", "DATABASE_USER", " ", "DATABASE_PASSWORD", "secret"));

        assertThatThrownBy(() -> DatabaseSettings.from(environment))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("DATABASE_USER")
                .hasMessageNotContaining("secret");
    }

    @Test
    void does_not_print_the_password() {
        assertThat(new DatabaseSettings("jdbc:postgresql://db/app?password=hidden", "app", "hidden"))
                .asString()
                .doesNotContain("hidden");
    }

    @Test
    void needs_endpoints_only_where_aws_is_imitated() {
        AwsSettings cloud = AwsSettings.from(new Environment(Map.of("AWS_REGION", "eu-central-1")));
        AwsSettings local = AwsSettings.from(
                new Environment(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:8084")));

        assertThat(cloud.endpoint(AwsSettings.Service.SQS)).isEmpty();
        assertThat(local.endpoint(AwsSettings.Service.SQS)).contains(URI.create("http://127.0.0.1:8084"));
    }

    @Test
    void refuses_an_address_that_is_none() {
        for (String value : new String[] {"127.0.0.1", "not a uri", "/path"}) {
            Environment environment =
                    new Environment(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL_S3", value));

            assertThatThrownBy(() -> AwsSettings.from(environment))
                    .isInstanceOf(MissingSetting.class)
                    .hasMessageContaining("AWS_ENDPOINT_URL_S3");
        }
    }
}
