package dev.assistant.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys behind access tokens here: a JWK set (RFC 7517, RFC 7518) of RSA keys, the first made on the first start. The first in
 * the file signs; the public halves of those that signed before it stay until the tokens that they signed have ended.
 */
final class TokenKeysFile {

    private static final int BITS = 2048;
    private static final List<String> PUBLIC_PARTS = List.of("kty", "use", "alg", "kid", "n", "e", "exp");

    /** Longer than an access token lives. */
    private static final Duration STAYS = Duration.ofMinutes(20);

    private static final JsonMapper JSON = JsonMapper.shared();

    private TokenKeysFile() {}

    /** Makes the file, readable by its owner only, unless it is there. */
    static void ensure(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            OwnersFile.create(file, newKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make RSA keys", e);
        }
    }

    /** Puts a new key before the others, which keep no private part and are to be trusted for a while only. */
    static void rotate(Path file, Instant now) {
        try {
            ObjectNode rotated = (ObjectNode) JSON.readTree(newKey());
            ArrayNode keys = (ArrayNode) rotated.required("keys");
            for (JsonNode key : JSON.readTree(file.toFile()).required("keys")) {
                ObjectNode kept = ((ObjectNode) key).retain(PUBLIC_PARTS);
                if (!kept.has("exp")) {
                    kept.put("exp", now.plus(STAYS).getEpochSecond());
                }
                if (kept.get("exp").asLong() > now.getEpochSecond()) {
                    keys.add(kept);
                }
            }
            OwnersFile.replace(file, JSON.writeValueAsString(rotated));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make RSA keys", e);
        }
    }

    private static String newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        String n = base64(key.getModulus());
        String e = base64(key.getPublicExponent());
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s","d":"%s",\
                "p":"%s","q":"%s","dp":"%s","dq":"%s","qi":"%s"}]}
                """.formatted(
                        thumbprint(n, e),
                        n,
                        e,
                        base64(key.getPrivateExponent()),
                        base64(key.getPrimeP()),
                        base64(key.getPrimeQ()),
                        base64(key.getPrimeExponentP()),
                        base64(key.getPrimeExponentQ()),
                        base64(key.getCrtCoefficient()));
    }

    /** RFC 7638. */
    private static String thumbprint(String n, String e) throws GeneralSecurityException {
        String members = "{\"e\":\"" + e + "\",\"kty\":\"RSA\",\"n\":\"" + n + "\"}";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** Base64urlUInt of RFC 7518: big-endian without a sign byte. */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
