package dev.assistant.adapters.token;

import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * The keys behind access tokens: one signs, all are trusted, so that keys rotate without logging anyone out (a new key is
 * published first, signs next, and the old one stays trusted while its tokens live). Thread-safe.
 */
public interface TokenKeys {
    /** The key that signs now. May be held by somebody else, who signs on request. */
    Signing signing();

    /** The trusted keys, RSA, each with an id, without private parts. */
    JWKSet trusted();

    /** What is published as the JWK set: JSON without private parts. */
    default String publicJson() {
        return trusted().toString(true);
    }

    /** A key that signs, and its id. */
    record Signing(String keyId, JWSSigner signer) {}
}
