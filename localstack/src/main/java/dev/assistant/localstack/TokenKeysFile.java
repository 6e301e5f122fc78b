package dev.assistant.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;

/** The key that signs access tokens here: a JWK set (RFC 7517, RFC 7518) with one RSA key, made on the first start. */
final class TokenKeysFile {

    private static final int BITS = 2048;

    private TokenKeysFile() {}

    /** Makes the file, readable by its owner only, unless it is there. */
    static void ensure(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, newKey(), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
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
