package dev.assistant.runtime.model;

import dev.assistant.adapters.settings.Environment;
import dev.assistant.model.ModelTerms;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which models are used and what a job may spend on them: the keys that begin with {@code MODEL_}.
 *
 * @param models ids, inference profiles among them; the first is used, the others are fallbacks in their order
 * @param baseUrl of an OpenAI-compatible server; empty for the others
 * @param account whose Bedrock is used where that is not the process's own account
 * @param streams whether answers come as a stream, which a stop ends at once; not every server can
 * @param structure how structured answers are asked for; empty for what is known of each model
 * @param mostUsd what one job may cost
 * @param mostTokens what one job may use, in and out together
 * @param longest how long one job may ask models
 */
public record ModelSettings(
        Provider provider,
        List<String> models,
        Optional<URI> baseUrl,
        Optional<ApiKey> key,
        Optional<Guardrail> guardrail,
        Optional<AwsAccount> account,
        boolean streams,
        Optional<Structure> structure,
        BigDecimal mostUsd,
        long mostTokens,
        Duration longest) {
    /** No model: reviews are deterministic. */
    public static final ModelSettings NONE = new ModelSettings(
            Provider.NONE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            ModelTerms.USUAL_MOST_USD,
            400_000,
            Duration.ofMinutes(15));

    private static final String IDS = "MODEL_IDS";
    private static final String BASE_URL = "MODEL_BASE_URL";
    private static final String API_KEY = "MODEL_API_KEY";
    private static final String GUARDRAIL_ID = "MODEL_GUARDRAIL_ID";
    private static final String GUARDRAIL_VERSION = "MODEL_GUARDRAIL_VERSION";
    private static final String AWS_KEY_ID = "MODEL_AWS_ACCESS_KEY_ID";
    private static final String AWS_SECRET = "MODEL_AWS_SECRET_ACCESS_KEY";
    private static final String AWS_TOKEN = "MODEL_AWS_SESSION_TOKEN";
    private static final String AWS_REGION = "MODEL_AWS_REGION";
    private static final String STREAMING = "MODEL_STREAMING";
    private static final String STRUCTURE = "MODEL_STRUCTURED_ANSWERS";
    private static final String MOST_USD = "MODEL_MAX_USD_PER_JOB";
    private static final String MOST_TOKENS = "MODEL_MAX_TOKENS_PER_JOB";
    private static final String LONGEST = "MODEL_MAX_SECONDS_PER_JOB";
    /** More calls than the longest conversation about the largest submission needs. */
    private static final int MOST_CALLS = 400;

    private static final int MOST_MODELS = 5;

    /** The keys that there are. */
    public static final Set<String> KEYS = Set.of(
            Provider.KEY,
            IDS,
            BASE_URL,
            API_KEY,
            GUARDRAIL_ID,
            GUARDRAIL_VERSION,
            AWS_KEY_ID,
            AWS_SECRET,
            AWS_TOKEN,
            AWS_REGION,
            STREAMING,
            STRUCTURE,
            MOST_USD,
            MOST_TOKENS,
            LONGEST);

    public ModelSettings {
        models = List.copyOf(models);
    }

    /** Who serves the models. */
    public enum Provider {
        NONE,
        BEDROCK,
        /** Any server that speaks OpenAI's chat protocol. */
        OPENAI;

        private static final String KEY = "MODEL_PROVIDER";

        private static Provider from(Environment environment) {
            return constant(Provider.class, KEY, environment.optional(KEY).orElse("none"));
        }
    }

    /** How a model is brought to answer in a given shape. */
    public enum Structure {
        /** It is held to a JSON Schema. */
        SCHEMA,
        /** It calls a tool whose arguments are the answer. */
        TOOL,
        /** It is told, for models that know neither. */
        PROMPT
    }

    /** A secret: what it is never gets into a text by accident. */
    public record ApiKey(String value) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** A guardrail of Bedrock that every request passes. */
    public record Guardrail(String id, String version) {}

    /** An account of AWS, and where in it. What it holds never gets into a text by accident. */
    public record AwsAccount(
            Optional<String> keyId, Optional<String> secret, Optional<String> token, Optional<String> region) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** What a job that begins now may spend. */
    public Budget.Limits limits(Instant now) {
        return new Budget.Limits(mostTokens, mostUsd, MOST_CALLS, now.plus(longest));
    }

    /** @throws IllegalArgumentException when the keys do not fit together; names the one to change, never a value */
    public static ModelSettings from(Environment environment) {
        Provider provider = Provider.from(environment);
        ModelSettings settings = new ModelSettings(
                provider,
                ids(environment),
                environment.optionalUri(BASE_URL),
                environment.optional(API_KEY).map(ApiKey::new),
                guardrail(environment),
                account(environment),
                environment.optional(STREAMING).isEmpty() || environment.flag(STREAMING),
                environment.optional(STRUCTURE).map(value -> constant(Structure.class, STRUCTURE, value)),
                amount(environment, MOST_USD, NONE.mostUsd, "a number of US dollars, such as 2.00"),
                amount(environment, MOST_TOKENS, BigDecimal.valueOf(NONE.mostTokens), "a number of tokens")
                        .longValue(),
                Duration.ofSeconds(amount(
                                environment,
                                LONGEST,
                                BigDecimal.valueOf(NONE.longest.toSeconds()),
                                "a number of seconds")
                        .longValue()));
        settings.require();
        return settings;
    }

    private void require() {
        if (provider == Provider.NONE) {
            return;
        }
        require(
                !models.isEmpty() && models.size() <= MOST_MODELS,
                "Set MODEL_IDS to one to five model ids, with commas.");
        if (provider == Provider.OPENAI) {
            require(baseUrl.isPresent(), "Set MODEL_BASE_URL to the server's address, such as https://host/v1.");
            require(guardrail.isEmpty(), "Remove MODEL_GUARDRAIL_ID: only Bedrock has guardrails.");
            require(
                    key.isEmpty() || isPrivate(baseUrl.orElseThrow()),
                    "Set MODEL_BASE_URL to an https address: MODEL_API_KEY would be sent in the clear.");
        } else {
            require(baseUrl.isEmpty(), "Remove MODEL_BASE_URL: Bedrock is found by AWS_REGION.");
            require(key.isEmpty(), "Remove MODEL_API_KEY: Bedrock uses the credentials of AWS.");
        }
    }

    /** Whether nobody on the way can read what is sent there. */
    private static boolean isPrivate(URI server) {
        String host = Optional.ofNullable(server.getHost()).orElse("");
        return "https".equals(server.getScheme())
                || Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
    }

    private static List<String> ids(Environment environment) {
        return Arrays.stream(environment.optional(IDS).orElse("").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<Guardrail> guardrail(Environment environment) {
        Optional<String> id = environment.optional(GUARDRAIL_ID);
        Optional<String> version = environment.optional(GUARDRAIL_VERSION);
        require(
                id.isPresent() == version.isPresent(),
                "Set MODEL_GUARDRAIL_ID and MODEL_GUARDRAIL_VERSION both, or neither.");
        return id.map(name -> new Guardrail(name, version.orElseThrow()));
    }

    private static Optional<AwsAccount> account(Environment environment) {
        AwsAccount account = new AwsAccount(
                environment.optional(AWS_KEY_ID),
                environment.optional(AWS_SECRET),
                environment.optional(AWS_TOKEN),
                environment.optional(AWS_REGION));
        require(
                account.keyId().isPresent() == account.secret().isPresent(),
                "Set MODEL_AWS_ACCESS_KEY_ID and MODEL_AWS_SECRET_ACCESS_KEY both, or neither.");
        return Optional.of(account)
                .filter(given -> given.keyId().isPresent() || given.region().isPresent());
    }

    private static BigDecimal amount(Environment environment, String key, BigDecimal otherwise, String what) {
        try {
            BigDecimal value = environment.optional(key).map(BigDecimal::new).orElse(otherwise);
            require(value.signum() > 0, "Set " + key + " to more than 0.");
            return value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Set " + key + " to " + what + ".", e);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String key, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Set " + key + " to "
                        + String.join(
                                " or ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + "."));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
