package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

/**
 * The RSA keys that sign access tokens: the first of the settings signs, the others are trusted. Their private halves never
 * leave the service; verifying needs only the public ones.
 *
 * <p>To rotate, deploy three times, with a quarter of an hour between: announce the next key ({@code -c token-keys=1,2}), let it
 * sign ({@code 2,1}), trust the old one no longer ({@code 2}). So no function meets a token whose key it does not know yet, and
 * nobody is signed out. The old one is there, unused, until the next rotation's third step: 1.00 a month.
 */
public final class TokenKey extends Construct implements Resource {
    private final List<Key> keys;
    private final String issuer;

    public TokenKey(Construct scope, Settings settings) {
        super(scope, "TokenKey");
        this.issuer = settings.origin();
        List<Integer> trusted = settings.accounts().tokenKeys();
        this.keys = trusted.stream()
                .map(number -> key(number, settings.keepsData()))
                .toList();
        int lowest = Collections.min(trusted);
        if (lowest > 1) {
            keepForThoseWhoStillReferToIt(key(lowest - 1, settings.keepsData()));
        }
    }

    /** CloudFormation refuses to take away what another stack, which is deployed after this one, still imports. */
    private void keepForThoseWhoStillReferToIt(Key key) {
        Stack.of(this).exportValue(key.getKeyId());
        Stack.of(this).exportValue(key.getKeyArn());
    }

    private Key key(int number, boolean keepsData) {
        return Key.Builder.create(this, number == 1 ? "Key" : "Key" + number)
                .description("Signs access tokens (RS256)")
                .keySpec(KeySpec.RSA_2048)
                .keyUsage(KeyUsage.SIGN_VERIFY)
                .removalPolicy(keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    @Override
    public Map<String, String> environment() {
        String ids = keys.stream().map(Key::getKeyId).collect(Collectors.joining(","));
        return Map.of("TOKEN_ISSUER", issuer, "TOKEN_KEY_ID", ids);
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        List<String> actions =
                access == Access.SIGN ? List.of("kms:GetPublicKey", "kms:Sign") : List.of("kms:GetPublicKey");
        return List.of(
                Permissions.allow(actions, keys.stream().map(Key::getKeyArn).toList()));
    }
}
