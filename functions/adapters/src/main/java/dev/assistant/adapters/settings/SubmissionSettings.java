package dev.assistant.adapters.settings;

import dev.assistant.adapters.json.KnownModelsJson;
import dev.assistant.model.ModelTerms;
import dev.assistant.review.SubmissionTerms;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a function has to know of models and repositories that only agent-runtime asks: {@code MODEL_PROVIDER}, {@code MODEL_IDS},
 * {@code MODEL_MAX_USD_PER_JOB}, {@code REPOSITORY_HOSTS} and {@code REPOSITORY_COMMENTS}. No secret is among them.
 */
public final class SubmissionSettings {
    private static final String USUAL_HOST = "github.com";

    private SubmissionSettings() {}

    /** @throws Environment.MissingSetting when a value is unreadable, naming its key */
    public static SubmissionTerms from(Environment environment) {
        return new SubmissionTerms(hosts(environment), environment.flag("REPOSITORY_COMMENTS"), models(environment));
    }

    private static Set<String> hosts(Environment environment) {
        return listed(environment, "REPOSITORY_HOSTS", USUAL_HOST).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ModelTerms models(Environment environment) {
        boolean hasModel =
                !environment.optional("MODEL_PROVIDER").orElse("none").equals("none");
        return new ModelTerms(
                hasModel ? listed(environment, "MODEL_IDS", "") : List.of(),
                environment
                        .optional("MODEL_MAX_USD_PER_JOB")
                        .map(BigDecimal::new)
                        .orElse(ModelTerms.USUAL_MOST_USD),
                KnownModelsJson.read());
    }

    private static List<String> listed(Environment environment, String key, String otherwise) {
        return Arrays.stream(environment.optional(key).orElse(otherwise).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
