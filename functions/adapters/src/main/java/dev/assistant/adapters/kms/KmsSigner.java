package dev.assistant.adapters.kms;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import dev.assistant.adapters.aws.AwsCalls;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Has KMS sign (RS256, RFC 7518 section 3.3). Only a digest of what is signed leaves the process. Thread-safe. */
final class KmsSigner implements JWSSigner {
    private final KmsClient client;
    private final String keyId;
    private final JCAContext context = new JCAContext();

    KmsSigner(KmsClient client, String keyId) {
        this.client = client;
        this.keyId = keyId;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            throw new JOSEException("the key signs RS256 only");
        }
        byte[] digest = sha256(signingInput);
        return Base64URL.encode(AwsCalls.call(
                        KmsTokenKeys.DEPENDENCY,
                        () -> client.sign(request -> request.keyId(keyId)
                                .messageType(MessageType.DIGEST)
                                .message(SdkBytes.fromByteArray(digest))
                                .signingAlgorithm(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256)))
                .signature()
                .asByteArray());
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.RS256);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
