package dev.assistant.adapters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys from a file with a JWK set (RFC 7517), private parts included for the one that signs: the first. A file that has changed
 * is read again, so that keys rotate while processes run; while what is new there cannot be used, the keys stay what they were.
 * Thread-safe.
 */
public final class FileTokenKeys implements TokenKeys {
    private static final Logger LOG = LoggerFactory.getLogger(FileTokenKeys.class);
    private static final int SMALLEST_KEY_BITS = 2048;

    private final Path file;
    private volatile Loaded loaded;

    private FileTokenKeys(Path file, Loaded loaded) {
        this.file = file;
        this.loaded = loaded;
    }

    /** @throws IllegalStateException when the file cannot be read, or holds anything but RSA keys of 2048 bits with ids */
    public static FileTokenKeys read(Path file) {
        try {
            return new FileTokenKeys(file, Loaded.of(file));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("TOKEN_KEYS_FILE holds no readable JWK set.", e);
        }
    }

    @Override
    public Signing signing() {
        @Nullable Signing signing = current().signing();
        if (signing == null) {
            throw new IllegalStateException("The first key of TOKEN_KEYS_FILE has no private part.");
        }
        return signing;
    }

    @Override
    public JWKSet trusted() {
        return current().trusted();
    }

    private Loaded current() {
        Loaded known = loaded;
        try {
            if (!Files.getLastModifiedTime(file).equals(known.modified())) {
                known = Loaded.of(file);
                loaded = known;
            }
        } catch (IOException | ParseException | IllegalStateException e) {
            LOG.warn("TOKEN_KEYS_FILE has changed and cannot be used; the keys stay what they were");
        }
        return known;
    }

    /** What was in the file, and when it had last changed. */
    private record Loaded(
            FileTime modified, JWKSet trusted, @Nullable Signing signing) {
        static Loaded of(Path file) throws IOException, ParseException {
            FileTime modified = Files.getLastModifiedTime(file);
            JWKSet keys = JWKSet.load(file.toFile());
            List<JWK> all = keys.getKeys();
            if (all.isEmpty() || !all.stream().allMatch(Loaded::isUsable)) {
                throw new IllegalStateException(
                        "TOKEN_KEYS_FILE needs RSA keys of at least 2048 bits, each with a kid.");
            }
            return new Loaded(modified, keys.toPublicJWKSet(), signing(all.getFirst()));
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
    }
}
