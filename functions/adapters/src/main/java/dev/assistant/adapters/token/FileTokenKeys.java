package dev.assistant.adapters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys from a file with a JWK set (RFC 7517), private parts included for the one that signs: the first. Immutable. */
public final class FileTokenKeys implements TokenKeys {
    private static final int SMALLEST_KEY_BITS = 2048;

    private final JWKSet trusted;
    private final @Nullable Signing signing;

    private FileTokenKeys(JWKSet trusted, @Nullable Signing signing) {
        this.trusted = trusted;
        this.signing = signing;
    }

    /** @throws IllegalStateException when the file cannot be read, or holds anything but RSA keys of 2048 bits with ids */
    public static FileTokenKeys read(Path file) {
        try {
            return of(JWKSet.load(file.toFile()));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("TOKEN_KEYS_FILE holds no readable JWK set.", e);
        }
    }

    static FileTokenKeys of(JWKSet keys) {
        List<JWK> all = keys.getKeys();
        if (all.isEmpty() || !all.stream().allMatch(FileTokenKeys::isUsable)) {
            throw new IllegalStateException("TOKEN_KEYS_FILE needs RSA keys of at least 2048 bits, each with a kid.");
        }
        return new FileTokenKeys(keys.toPublicJWKSet(), signing(all.getFirst()));
    }

    private static boolean isUsable(JWK key) {
        return KeyType.RSA.equals(key.getKeyType()) && key.size() >= SMALLEST_KEY_BITS && key.getKeyID() != null;
    }

    private static @Nullable Signing signing(JWK key) {
        if (!key.isPrivate()) {
            return null;
        }
        try {
            return new Signing(key.getKeyID(), new RSASSASigner(key.toRSAKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The first key of TOKEN_KEYS_FILE cannot sign.", e);
        }
    }

    @Override
    public Signing signing() {
        if (signing == null) {
            throw new IllegalStateException("The first key of TOKEN_KEYS_FILE has no private part.");
        }
        return signing;
    }

    @Override
    public JWKSet trusted() {
        return trusted;
    }
}
