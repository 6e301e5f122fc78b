package dev.assistant.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * A visit to a provider, to sign in or to link an account, from leaving with a {@code state} to coming back with it (RFC 6749 section 4.1, RFC 9700 section 2.1).
 *
 * <p>The browser keeps a second secret that never leaves for the provider, so that a state which somebody else began is worth
 * nothing in it (CWE-352). The nonce and the PKCE verifier are derived from both; nobody has to store them, and what is stored
 * (two hashes) is of no use to whoever reads it.
 *
 * @param purpose what the visit was begun for; it cannot end as anything else
 * @param state goes to the provider and comes back in the address
 * @param browserSecret stays in the browser
 */
public record SignInAttempt(Provider provider, Purpose purpose, String state, String browserSecret) {
    /** What somebody goes there for. */
    public enum Purpose {
        /** To be let in. */
        SIGN_IN,
        /** To let the provider's account into the account that they are signed in to. */
        LINK
    }

    /** How long somebody may take at the provider. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** What the provider must put into its id token for it to be meant for this visit (OpenID Connect Core, section 3.1.2.1). */
    public String nonce() {
        return derived("nonce");
    }

    /** What only the one who started can show when the code is exchanged (RFC 7636): 43 characters. */
    public String verifier() {
        return derived("verifier");
    }

    /** What the provider is told of the {@link #verifier} at the start: its SHA-256 (S256). */
    public String challenge() {
        return sha256(verifier());
    }

    /** A hash with 256 unknown bits in it: who knows the state, or another such hash, cannot compute it. */
    private String derived(String purpose) {
        return sha256(purpose + " " + state + " " + browserSecret);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SignInAttempt[" + provider + "]";
    }
}
