package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

/** The RSA key that signs access tokens. Its private half never leaves the service; verifying needs only the public one. */
public final class TokenKey extends Construct implements Resource {
    private final Key key;
    private final String issuer;

    public TokenKey(Construct scope, Settings settings) {
        super(scope, "TokenKey");
        this.issuer = settings.origin();
        this.key = Key.Builder.create(this, "Key")
                .description("Signs access tokens (RS256)")
                .keySpec(KeySpec.RSA_2048)
                .keyUsage(KeyUsage.SIGN_VERIFY)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("TOKEN_ISSUER", issuer, "TOKEN_KEY_ID", key.getKeyId());
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        List<String> actions =
                access == Access.SIGN ? List.of("kms:GetPublicKey", "kms:Sign") : List.of("kms:GetPublicKey");
        return List.of(Permissions.allow(actions, List.of(key.getKeyArn())));
    }
}
