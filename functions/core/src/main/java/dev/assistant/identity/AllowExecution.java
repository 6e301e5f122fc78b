package dev.assistant.identity;

/** Refuses people who may not have anything reviewed or run for them. Thread-safe. */
public final class AllowExecution {
    private final Users users;
    private final AddressPolicy policy;

    public AllowExecution(Users users, AddressPolicy policy) {
        this.users = users;
        this.policy = policy;
    }

    /** @throws dev.assistant.failure.Failure.Forbidden when the person's address has to be verified first */
    public void check(UserId user) {
        if (policy.requiresVerified()) {
            policy.check(users.byId(user));
        }
    }
}
