package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.infrastructure.policy.Exceptions;
import dev.assistant.infrastructure.policy.Policies;
import io.github.cdklabs.cdknag.NagPackSuppression;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.Topic;

class PoliciesTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void the_policies_object_to_nothing(String stage) {
        Synthesis synthesis = stage.equals("dev") ? Synthesis.dev() : Synthesis.prod();

        assertThat(synthesis.objections()).isEmpty();
    }

    @Test
    void the_policies_notice_what_breaks_them() {
        App app = new App(AppProps.builder()
                .outdir(Synthesis.folder("planted").toString())
                .build());
        Topic.Builder.create(new Stack(app, "planted"), "Unencrypted").build();
        Policies.enforce(app);
        app.synth();

        assertThat(Synthesis.objections(Synthesis.folder("planted")))
                .anySatisfy(objection -> assertThat(objection).contains("AwsSolutions-SNS3"));
    }

    @Test
    void exceptions_are_few_and_each_says_why() {
        List<NagPackSuppression> exceptions = Exceptions.everywhere();

        assertThat(exceptions).hasSize(18);
        assertThat(exceptions).extracting(NagPackSuppression::getId).doesNotHaveDuplicates();
        assertThat(exceptions)
                .extracting(NagPackSuppression::getReason)
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(30));
    }
}
