package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.failure.FieldErrors;
import dev.assistant.url.HttpsAddress;
import java.time.InstantSource;
import java.util.Optional;

/** Changes what a person says about themselves. Thread-safe. */
public final class UpdateProfile {
    private final Users users;
    private final InstantSource clock;

    public UpdateProfile(Users users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /**
     * @return the account afterwards
     * @throws Failure.Invalid naming every field that needs another value
     * @throws Failure.Conflict when the username is taken
     */
    @SuppressWarnings("OptionalMapToOptional") // the inner Optional says whether the value is removed
    public User update(UserId id, ProfileChange change) {
        ProfileChange tidy =
                new ProfileChange(change.username(), change.fullName().map(UpdateProfile::tidy), change.avatarUrl());
        check(tidy);
        return users.change(id, tidy, clock.instant());
    }

    /** A name of nothing but white space is no name. */
    private static Optional<String> tidy(Optional<String> name) {
        return name.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static void check(ProfileChange change) {
        if (change.username().isEmpty()
                && change.fullName().isEmpty()
                && change.avatarUrl().isEmpty()) {
            throw new Failure.Invalid("body", "Give at least one of username, full_name and avatar_url.");
        }
        FieldErrors errors = new FieldErrors();
        errors.addIf("username", change.username().flatMap(ProfileRules::username));
        errors.addIf("full_name", change.fullName().flatMap(name -> name).flatMap(ProfileRules::fullName));
        errors.addIf("avatar_url", change.avatarUrl().flatMap(url -> url).flatMap(HttpsAddress::complaint));
        errors.refuseIfAny();
    }
}
