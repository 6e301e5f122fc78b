package dev.assistant.identity;

import java.util.Optional;

/**
 * What a person changes of their profile. An outer empty leaves the value; an inner empty removes it.
 *
 * @param fullName at most 100 characters
 * @param avatarUrl an https address of at most 500 characters
 */
public record ProfileChange(
        Optional<String> username, Optional<Optional<String>> fullName, Optional<Optional<String>> avatarUrl) {}
