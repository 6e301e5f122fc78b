package dev.assistant.runtime.github;

import java.util.Optional;

/** The installation's token, or the public. */
record InstallationCredential(Optional<String> token, boolean opensPrivate) implements GitHubCredential {
    @Override
    public String whenRefused() {
        return "GitHub does not accept this installation's token.";
    }

    @Override
    public String toString() {
        return "InstallationCredential[" + (token.isPresent() ? "with" : "without") + " a token]";
    }
}
