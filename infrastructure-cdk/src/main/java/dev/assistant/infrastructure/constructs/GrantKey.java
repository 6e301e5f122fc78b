package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * The key that encrypts people's tokens for repositories: 1.00 a month. Who takes a token may only encrypt, who uses it may only
 * decrypt. KMS makes new key material every year and opens what the old one sealed.
 */
public final class GrantKey extends Construct implements Resource {
    private final Key key;

    public GrantKey(Construct scope, Settings settings) {
        super(scope, "GrantKey");
        this.key = Key.Builder.create(this, "Key")
                .description("Encrypts people's tokens for repositories")
                .enableKeyRotation(true)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("GRANT_KEY_ID", key.getKeyId());
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        String action = access == Access.SEAL ? "kms:Encrypt" : "kms:Decrypt";
        return List.of(Permissions.allow(List.of(action), List.of(key.getKeyArn())));
    }
}
