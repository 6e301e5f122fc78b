package dev.assistant.identity;

import dev.assistant.failure.FieldErrors;
import dev.assistant.id.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes an account and asks its owner to verify the address. Thread-safe. */
public final class RegisterUser {
    private final Users users;
    private final PasswordRules passwordRules;
    private final PasswordHasher hasher;
    private final AskForVerification verification;
    private final Ids ids;
    private final InstantSource clock;

    public RegisterUser(
            Users users,
            PasswordRules passwordRules,
            PasswordHasher hasher,
            AskForVerification verification,
            Ids ids,
            InstantSource clock) {
        this.users = users;
        this.passwordRules = passwordRules;
        this.hasher = hasher;
        this.verification = verification;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws dev.assistant.failure.Failure.Invalid naming every field that needs another value
     * @throws dev.assistant.failure.Failure.Conflict when the address or the username is taken
     */
    public User register(Registration registration) {
        Optional<String> fullName = registration.fullName().map(String::strip).filter(name -> !name.isEmpty());
        check(registration, fullName);
        Instant now = clock.instant();
        User user = new User(
                new UserId(ids.next()),
                new EmailAddress(registration.email()),
                registration.username(),
                Optional.of(hasher.hash(registration.password())),
                fullName,
                Optional.empty(),
                Role.USER,
                true,
                false,
                now,
                now,
                Optional.empty());
        users.add(user);
        verification.askFirst(user);
        return user;
    }

    private void check(Registration registration, Optional<String> fullName) {
        FieldErrors errors = new FieldErrors();
        if (!EmailAddress.isValid(registration.email())) {
            errors.add("email", "This is not a mail address. Use one like ada@example.com.");
        }
        errors.addIf("username", ProfileRules.username(registration.username()));
        errors.addIf("password", passwordRules.complaint(registration.password()));
        errors.addIf("full_name", fullName.flatMap(ProfileRules::fullName));
        errors.refuseIfAny();
    }
}
