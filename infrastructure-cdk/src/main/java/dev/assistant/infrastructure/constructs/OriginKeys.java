package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * By what functions know that a request came by CloudFront. Two generated secrets, 0.40 each: functions
 * accept both, CloudFront sends the one that the settings name. So the other can be changed at any time, which the runbook
 * tells. Both stay when the sending one changes: what other stacks refer to cannot be taken away in the same deployment.
 */
public final class OriginKeys extends Construct implements Resource {
    private static final String HEADER = "X-Origin-Key";
    private static final String FIELD = "key";

    private final SecretField first;
    private final SecretField second;
    private final SecretField sent;

    public OriginKeys(Construct scope, Settings settings) {
        super(scope, "OriginKeys");
        this.first = generated("First");
        this.second = generated("Second");
        this.sent = settings.api().originKey() == 1 ? first : second;
    }

    private SecretField generated(String id) {
        Secret secret = Secret.Builder.create(this, id)
                .description("Sent by CloudFront to the APIs")
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate("{}")
                        .generateStringKey(FIELD)
                        .passwordLength(48)
                        .excludePunctuation(true)
                        .build())
                .build();
        return new SecretField(secret, FIELD);
    }

    /** The headers that CloudFront adds; a reference that CloudFormation resolves, the value is in no template. */
    Map<String, String> headers() {
        return Map.of(HEADER, sent.secret().secretValueFromJson(sent.field()).unsafeUnwrap());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public Map<String, SecretField> secrets() {
        return Map.of("ORIGIN_KEY_1", first, "ORIGIN_KEY_2", second);
    }

    /** None: the deployment reads the secrets, not the function. */
    @Override
    public List<PolicyStatement> allow(Access access) {
        return List.of();
    }
}
