package dev.assistant.adapters.grant;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.assistant.identity.UserId;
import dev.assistant.repository.TokenSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * Encrypts with the first key of a JWK set in a file (RFC 7517): JWE, A256GCM with the key itself (RFC 7516, RFC 7518 section 5.3).
 * Whose token it is stands in the header, which is authenticated. For one machine: who seals can open. Thread-safe.
 */
public final class FileTokenSeal implements TokenSeal {
    private static final String OWNER = "owner";
    private static final int KEY_BITS = 256;

    private final OctetSequenceKey key;

    private FileTokenSeal(OctetSequenceKey key) {
        this.key = key;
    }

    /** @throws IllegalStateException when the file cannot be read, or its first key is not one of 256 bits */
    public static FileTokenSeal read(Path file) {
        try {
            return JWKSet.load(file.toFile()).getKeys().stream()
                    .findFirst()
                    .filter(key -> key instanceof OctetSequenceKey && key.size() == KEY_BITS)
                    .map(key -> new FileTokenSeal(key.toOctetSequenceKey()))
                    .orElseThrow(() -> new IllegalStateException("GRANT_KEY_FILE needs a key (oct) of 256 bits."));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("GRANT_KEY_FILE holds no readable JWK set.", e);
        }
    }

    @Override
    public String seal(UserId owner, String token) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .customParam(OWNER, owner.value().toString())
                .build();
        JWEObject sealed = new JWEObject(header, new Payload(token));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has AES in Galois counter mode", e);
        }
        return sealed.serialize();
    }

    @Override
    public String open(UserId owner, String sealed) {
        try {
            JWEObject object = JWEObject.parse(sealed);
            object.decrypt(new DirectDecrypter(key));
            if (!owner.value().toString().equals(object.getHeader().getCustomParam(OWNER))) {
                throw Unreadable.failure();
            }
            return object.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            throw Unreadable.failure();
        }
    }
}
