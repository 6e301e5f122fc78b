package dev.assistant.testkit.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Codes and access tokens that were given out. A code works once, with the verifier of its challenge. Thread-safe. */
final class Grants {
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> tokens = new ConcurrentHashMap<>();

    /** What somebody allowed, and with what the visit began. */
    record Grant(StandInPerson person, Map<String, String> query, Fault fault) {
        private boolean fits(Map<String, String> form) {
            return query.getOrDefault("client_id", "").equals(form.get("client_id"))
                    && query.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"))
                    && query.getOrDefault("code_challenge_method", "").equals("S256")
                    && query.getOrDefault("code_challenge", "")
                            .equals(challenge(form.getOrDefault("code_verifier", "")));
        }
    }

    String code(Grant grant) {
        String code = UUID.randomUUID().toString();
        codes.put(code, grant);
        return code;
    }

    /** What a code stands for; it is used up even when the rest does not fit. */
    Optional<Grant> exchange(Map<String, String> form) {
        return Optional.ofNullable(codes.remove(form.getOrDefault("code", "")))
                .filter(grant -> grant.fits(form) && grant.fault() != Fault.EXPIRED_CODE);
    }

    String token(Grant grant) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, grant);
        return token;
    }

    Optional<Grant> holder(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
