package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/** Something that the catalogue lets functions touch. */
public interface Resource {
    /** The settings by which a function finds it. */
    Map<String, String> environment();

    /** The settings that are secret. */
    default Map<String, SecretField> secrets() {
        return Map.of();
    }

    /** The permissions that an access needs, and no more; none where the network decides. */
    List<PolicyStatement> allow(Access access);

    /** One value in a JSON secret. */
    record SecretField(ISecret secret, String field) {}
}
