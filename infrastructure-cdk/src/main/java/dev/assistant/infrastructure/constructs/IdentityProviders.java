package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * What sign-in providers gave us, from a secret that somebody made by hand. It is named only where there is an agreement, so
 * that a stage without one needs no secret.
 */
public final class IdentityProviders extends Construct implements Resource {
    private final Map<String, String> clients = new TreeMap<>();
    private final Map<String, SecretField> secrets = new TreeMap<>();

    public IdentityProviders(Construct scope, Settings settings) {
        super(scope, "IdentityProviders");
        Settings.Providers agreed = settings.accounts().providers();
        if (agreed.google().isPresent() || agreed.github().isPresent()) {
            ISecret secret = Secret.fromSecretNameV2(this, "Secret", settings.providersSecret());
            add("google", agreed.google(), secret);
            add("github", agreed.github(), secret);
        }
    }

    private void add(String provider, Optional<String> client, ISecret secret) {
        client.ifPresent(id -> {
            String key = "OAUTH_" + provider.toUpperCase(Locale.ROOT) + "_CLIENT_";
            clients.put(key + "ID", id);
            secrets.put(key + "SECRET", new SecretField(secret, provider + "_client_secret"));
        });
    }

    @Override
    public Map<String, String> environment() {
        return clients;
    }

    @Override
    public Map<String, SecretField> secrets() {
        return secrets;
    }

    /** None: the deployment reads the secret, not the function. */
    @Override
    public List<PolicyStatement> allow(Access access) {
        return List.of();
    }
}
