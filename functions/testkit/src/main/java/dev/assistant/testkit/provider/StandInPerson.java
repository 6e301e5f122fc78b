package dev.assistant.testkit.provider;

/**
 * Somebody with an account at the stand-in.
 *
 * @param subject digits, as GitHub's ids are
 * @param emailVerified whether the provider vouches for the address
 */
public record StandInPerson(String subject, String email, boolean emailVerified, String login, String name) {

    /** The people whom the page offers. */
    static final StandInPerson ADA = new StandInPerson("1001", "ada@example.com", true, "ada", "Ada Lovelace");

    static final StandInPerson GRACE = new StandInPerson("1002", "grace@example.com", true, "grace", "Grace Hopper");

    static final StandInPerson MALLORY =
            new StandInPerson("1003", "ada@example.com", false, "mallory", "Mallory, address not verified");

    /** Somebody new, with a verified address. */
    public static StandInPerson of(String email) {
        String login = email.substring(0, email.indexOf('@'));
        return new StandInPerson(
                Integer.toString((email.hashCode() & Integer.MAX_VALUE) | 1), email, true, login, login);
    }

    /** The same with an address that the provider does not vouch for. */
    public StandInPerson unverified() {
        return new StandInPerson(subject, email, false, login, name);
    }

    /** The same after moving to another address. */
    public StandInPerson movedTo(String address) {
        return new StandInPerson(subject, address, emailVerified, login, name);
    }

    /** The same calling themselves something else. */
    public StandInPerson called(String newLogin) {
        return new StandInPerson(subject, email, emailVerified, newLogin, name);
    }
}
