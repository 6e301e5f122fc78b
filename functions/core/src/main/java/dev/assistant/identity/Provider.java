package dev.assistant.identity;

import java.util.Locale;
import java.util.Optional;

/** Somebody else who knows people, and whom we believe about them. */
public enum Provider {
    GOOGLE("Google"),
    GITHUB("GitHub");

    private final String label;

    Provider(String label) {
        this.label = label;
    }

    /** Its name in addresses and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** The provider with that {@link #word}; empty when there is none. */
    public static Optional<Provider> named(String word) {
        for (Provider provider : values()) {
            if (provider.word().equals(word)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
