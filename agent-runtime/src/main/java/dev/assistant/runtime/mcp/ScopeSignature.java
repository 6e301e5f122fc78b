package dev.assistant.runtime.mcp;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Scopes as a request header: readable fields and an HMAC-SHA256 (RFC 2104) under a key that is made at every start and never
 * leaves this process. A model, or code that it reads, cannot make one. Thread-safe.
 */
public final class ScopeSignature {
    /** The header that carries a scope. */
    public static final String HEADER = "Assistant-Scope";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int FIELDS = 5;

    private final SecretKeySpec key;
    private final InstantSource clock;

    public ScopeSignature(InstantSource clock) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.clock = clock;
    }

    /** The header's value for a scope. */
    public String sign(CallScope scope) {
        String fields = String.join(
                ";",
                scope.job().toString(),
                scope.owner().toString(),
                scope.project().map(UUID::toString).orElse(""),
                String.join(",", new TreeSet<>(scope.tools())),
                String.valueOf(scope.deadline().toEpochMilli()));
        return fields + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(fields));
    }

    /** The scope that a header carries; empty when it was not signed here or its time is over. */
    public Optional<CallScope> read(String header) {
        int dot = header.lastIndexOf('.');
        if (dot < 0 || !isSigned(header.substring(0, dot), header.substring(dot + 1))) {
            return Optional.empty();
        }
        List<String> fields = List.of(header.substring(0, dot).split(";", -1));
        if (fields.size() != FIELDS) {
            return Optional.empty();
        }
        CallScope scope = new CallScope(
                new JobId(UUID.fromString(fields.get(0))),
                new UserId(UUID.fromString(fields.get(1))),
                Optional.of(fields.get(2)).filter(id -> !id.isEmpty()).map(UUID::fromString),
                Set.of(fields.get(3).split(",")),
                Instant.ofEpochMilli(Long.parseLong(fields.get(4))));
        return Optional.of(scope).filter(read -> clock.instant().isBefore(read.deadline()));
    }

    private boolean isSigned(String fields, String signature) {
        try {
            return MessageDigest.isEqual(Base64.getUrlDecoder().decode(signature), mac(fields));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] mac(String fields) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(fields.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
