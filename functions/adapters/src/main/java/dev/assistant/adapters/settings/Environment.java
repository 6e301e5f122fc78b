package dev.assistant.adapters.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of a process. A missing or unreadable key stops the start with its name; values never appear
 * in messages, since some are secret. Immutable.
 */
public final class Environment {
    private final Map<String, String> values;

    public Environment(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The environment of this process. */
    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** @throws MissingSetting when the key is absent or blank */
    public String required(String key) {
        return optional(key).orElseThrow(() -> new MissingSetting(key));
    }

    /** The value; empty when absent or blank. */
    public Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    /**
     * A switch, off unless set.
     *
     * @throws MissingSetting when the value is neither {@code true} nor {@code false}
     */
    public boolean flag(String key) {
        String value = optional(key).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new MissingSetting(key);
        }
        return value.equals("true");
    }

    /** @throws MissingSetting when the key is absent or not an absolute address */
    public URI uri(String key) {
        return optionalUri(key).orElseThrow(() -> new MissingSetting(key));
    }

    /** @throws MissingSetting when the value is not an absolute address */
    public Optional<URI> optionalUri(String key) {
        return optional(key).map(value -> absolute(key, value));
    }

    /** @throws MissingSetting when the key is absent */
    public Path path(String key) {
        return Path.of(required(key));
    }

    private static URI absolute(String key, String value) {
        try {
            URI uri = URI.create(value);
            if (uri.isAbsolute()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new MissingSetting(key, e);
        }
        throw new MissingSetting(key);
    }

    /** The environment lacks something; nothing can be started. */
    public static final class MissingSetting extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        MissingSetting(String key) {
            super(explanation(key));
        }

        MissingSetting(String key, Throwable cause) {
            super(explanation(key), cause);
        }

        private static String explanation(String key) {
            return "Set the environment variable " + key + ": it is missing or unreadable.";
        }
    }
}
