package dev.assistant.adapters.kms;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.adapters.token.TokenKeys;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * RSA keys in AWS KMS: it signs on request, and tells the public halves, which never change and so are asked for once. Keys are
 * published under the thumbprints of their public halves (RFC 7638), which say nothing about the account. Thread-safe.
 */
public final class KmsTokenKeys implements TokenKeys {
    static final String DEPENDENCY = "signing key";

    private final KmsClient client;
    private final List<String> keyIds;
    private final Map<String, RSAKey> publicKeys = new ConcurrentHashMap<>();

    /** @param keyIds of KMS keys for signing with RSA, 2048 bits or more: the first signs, all are trusted */
    public KmsTokenKeys(KmsClient client, List<String> keyIds) {
        if (keyIds.isEmpty()) {
            throw new IllegalArgumentException("a key is needed to sign with");
        }
        this.client = client;
        this.keyIds = List.copyOf(keyIds);
    }

    @Override
    public Signing signing() {
        String keyId = keyIds.getFirst();
        return new Signing(publicKey(keyId).getKeyID(), new KmsSigner(client, keyId));
    }

    @Override
    public JWKSet trusted() {
        List<JWK> keys = new ArrayList<>();
        keyIds.forEach(keyId -> keys.add(publicKey(keyId)));
        return new JWKSet(keys);
    }

    private RSAKey publicKey(String keyId) {
        @Nullable RSAKey known = publicKeys.get(keyId);
        if (known != null) {
            return known;
        }
        byte[] encoded = AwsCalls.call(DEPENDENCY, () -> client.getPublicKey(request -> request.keyId(keyId)))
                .publicKey()
                .asByteArray();
        RSAKey key = read(encoded);
        publicKeys.put(keyId, key);
        return key;
    }

    private static RSAKey read(byte[] encoded) {
        try {
            RSAPublicKey key =
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            return new RSAKey.Builder(key)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("TOKEN_KEY_ID names a key that is not for signing with RSA.", e);
        }
    }
}
