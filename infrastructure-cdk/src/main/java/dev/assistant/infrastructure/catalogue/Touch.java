package dev.assistant.infrastructure.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * One thing that a function may use. Its permissions and its environment follow from its touches.
 *
 * @param name which table or queue; for kinds that exist once, the kind's own word
 */
public record Touch(Kind kind, String name, Access access) {
    public Touch {
        if (!kind.allows(access)) {
            throw new IllegalArgumentException("%s %s does not allow %s".formatted(kind, name, access));
        }
    }

    static Touch of(Kind kind, Access access) {
        return new Touch(kind, kind.word, access);
    }

    /** What is touched, in the catalogue's words, for example {@code tables.events}. */
    public String resource() {
        return name.equals(kind.word) ? name : kind.word + "." + name;
    }

    /** The settings that the function finds in its environment because of this touch. */
    public List<String> environmentKeys() {
        String key = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return switch (kind) {
            case DATABASE -> List.of("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD");
            case DATABASE_READS -> List.of("DATABASE_READ_URL");
            case TABLE -> List.of("TABLE_" + key);
            case QUEUE -> List.of("QUEUE_" + key + "_URL");
            case SOURCES -> List.of("BUCKET_SOURCES");
            case MANAGEMENT_API -> List.of("WEBSOCKET_MANAGEMENT_URL");
            case MAIL -> List.of("MAIL_SENDER");
            case TOKEN_KEY -> List.of("TOKEN_ISSUER", "TOKEN_KEY_ID");
            case GRANT_KEY -> List.of("GRANT_KEY_ID");
            case FUNCTION -> List.of("FUNCTION_" + key);
            case MODELS -> List.of("MODEL_PROVIDER", "MODEL_IDS", "MODEL_MAX_USD_PER_JOB");
            case ORIGIN_KEYS -> List.of("ORIGIN_KEY_1", "ORIGIN_KEY_2");
            case REPOSITORIES -> List.of("REPOSITORY_HOSTS", "REPOSITORY_COMMENTS");
            case IDENTITY_PROVIDERS ->
                List.of(
                        "OAUTH_GOOGLE_CLIENT_ID",
                        "OAUTH_GOOGLE_CLIENT_SECRET",
                        "OAUTH_GITHUB_CLIENT_ID",
                        "OAUTH_GITHUB_CLIENT_SECRET");
        };
    }

    /** What there is to touch. */
    public enum Kind {
        DATABASE("database"),
        DATABASE_READS("database_reads"),
        TABLE("tables"),
        QUEUE("queues"),
        SOURCES("sources"),
        MANAGEMENT_API("management_api"),
        MAIL("mail"),
        TOKEN_KEY("token_key"),
        GRANT_KEY("grant_key"),
        FUNCTION("functions"),
        IDENTITY_PROVIDERS("identity_providers"),
        MODELS("models"),
        REPOSITORIES("repositories"),
        ORIGIN_KEYS("origin_keys");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        boolean allows(Access access) {
            return switch (this) {
                case DATABASE, DATABASE_READS, MANAGEMENT_API, IDENTITY_PROVIDERS, MODELS, REPOSITORIES, ORIGIN_KEYS ->
                    access == Access.USE;
                case FUNCTION -> access == Access.INVOKE;
                case MAIL -> access == Access.SEND;
                case TABLE -> access == Access.PROBE || access == Access.READ || access == Access.WRITE;
                case SOURCES ->
                    access == Access.PROBE || access == Access.READ || access == Access.WRITE || access == Access.ERASE;
                case QUEUE ->
                    access == Access.PROBE
                            || access == Access.SEND
                            || access == Access.CONSUME
                            || access == Access.WRITE;
                case TOKEN_KEY -> access == Access.VERIFY || access == Access.SIGN;
                case GRANT_KEY -> access == Access.SEAL || access == Access.OPEN;
            };
        }

        static Kind named(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("nothing called " + word + " can be touched");
        }

        /** Whether there are several of the kind, told apart by name. */
        boolean isNamed() {
            return this == TABLE || this == QUEUE || this == FUNCTION;
        }
    }
}
