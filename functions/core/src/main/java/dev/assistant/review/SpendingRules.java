package dev.assistant.review;

import dev.assistant.failure.FieldErrors;
import dev.assistant.model.ModelTerms;
import dev.assistant.quota.QuotaUse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What a submitter may set as the most that models cost for a job. */
public final class SpendingRules {
    private static final String FIELD = "max_usd";
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private SpendingRules() {}

    /** What a job that begins now may cost at most: what the installation allows, and what is left of the owner's month. */
    public static BigDecimal highest(ModelTerms models, QuotaUse use) {
        return use.usdLeft().map(models.mostUsd()::min).orElse(models.mostUsd());
    }

    static void check(BigDecimal asked, ModelTerms models, QuotaUse use, FieldErrors errors) {
        BigDecimal highest = highest(models, use);
        if (!models.isPriced()) {
            errors.add(
                    FIELD, "No price is known for the models here, so a cap on money cannot be held to. Leave it out.");
        } else if (asked.compareTo(LEAST) < 0 || asked.compareTo(highest) > 0) {
            errors.add(FIELD, "Use 0.01 to %s US dollars: %s".formatted(words(highest), reason(models, use)));
        }
    }

    private static String reason(ModelTerms models, QuotaUse use) {
        Optional<BigDecimal> left = use.usdLeft().filter(usd -> usd.compareTo(models.mostUsd()) < 0);
        return left.isPresent()
                ? "no more is left of what your account may spend this month."
                : "no job may cost more here.";
    }

    private static String words(BigDecimal usd) {
        return usd.setScale(Math.max(2, usd.stripTrailingZeros().scale()), RoundingMode.DOWN)
                .toPlainString();
    }
}
