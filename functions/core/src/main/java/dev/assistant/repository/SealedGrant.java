package dev.assistant.repository;

/**
 * A grant whose token only {@link TokenSeal} can read.
 *
 * @param sealed the token, encrypted
 */
public record SealedGrant(RepositoryGrant grant, String sealed) {
    @Override
    public String toString() {
        return "SealedGrant[" + grant + "]";
    }
}
