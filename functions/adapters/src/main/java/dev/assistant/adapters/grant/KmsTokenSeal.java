package dev.assistant.adapters.grant;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.repository.TokenSeal;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * Has KMS encrypt and decrypt. Whose token it is stands in the encryption context, which is authenticated (AWS KMS Developer Guide,
 * "Encryption context"). A role that may only encrypt can seal and not open. Thread-safe.
 */
public final class KmsTokenSeal implements TokenSeal {
    private static final String DEPENDENCY = "key for access to repositories";

    private final KmsClient client;
    private final String keyId;

    public KmsTokenSeal(KmsClient client, String keyId) {
        this.client = client;
        this.keyId = keyId;
    }

    @Override
    public String seal(UserId owner, String token) {
        byte[] sealed = AwsCalls.call(
                        DEPENDENCY,
                        () -> client.encrypt(request -> request.keyId(keyId)
                                .encryptionContext(context(owner))
                                .plaintext(SdkBytes.fromUtf8String(token))))
                .ciphertextBlob()
                .asByteArray();
        return Base64.getEncoder().encodeToString(sealed);
    }

    @Override
    public String open(UserId owner, String sealed) {
        try {
            return AwsCalls.call(
                            DEPENDENCY,
                            () -> client.decrypt(request -> request.keyId(keyId)
                                    .encryptionContext(context(owner))
                                    .ciphertextBlob(SdkBytes.fromByteArray(
                                            Base64.getDecoder().decode(sealed)))))
                    .plaintext()
                    .asUtf8String();
        } catch (Failure.Unavailable e) {
            if (e.getCause() instanceof InvalidCiphertextException || e.getCause() instanceof IncorrectKeyException) {
                throw Unreadable.failure();
            }
            throw e;
        }
    }

    private static Map<String, String> context(UserId owner) {
        return Map.of("owner", owner.value().toString());
    }
}
