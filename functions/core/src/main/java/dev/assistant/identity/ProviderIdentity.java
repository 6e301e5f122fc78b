package dev.assistant.identity;

import java.util.Optional;

/**
 * Who somebody is to a provider, as the provider has just told us.
 *
 * @param subject the provider's own id of the person: never changes and is never given to somebody else, unlike the address; 1
 *     to 100 characters
 * @param emailVerified whether the provider itself has made sure that the person reads the mails of the address
 * @param login what the person calls themselves there, a proposal for a username
 */
public record ProviderIdentity(
        Provider provider,
        String subject,
        EmailAddress email,
        boolean emailVerified,
        Optional<String> login,
        Optional<String> fullName,
        Optional<String> avatarUrl) {
    private static final int LONGEST_SUBJECT = 100;

    public ProviderIdentity {
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("a subject has 1 to 100 characters");
        }
    }

    /** Names nobody: logs are no place for people's data. */
    @Override
    public String toString() {
        return "ProviderIdentity[" + provider + "]";
    }
}
