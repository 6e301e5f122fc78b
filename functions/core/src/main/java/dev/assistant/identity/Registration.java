package dev.assistant.identity;

import java.util.Optional;

/** What somebody typed to get an account; nothing of it is checked yet. */
public record Registration(String email, String username, Password password, Optional<String> fullName) {}
