package dev.assistant.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * On what terms jobs use models in this installation.
 *
 * @param models ids; the first is used, the others stand in for it; none when reviews are deterministic
 * @param mostUsd what one job may cost at most, in US dollars
 * @param known prices, and the day for which they hold
 */
public record ModelTerms(List<String> models, BigDecimal mostUsd, KnownModels known) {
    /** What one job may cost where nobody has set it. */
    public static final BigDecimal USUAL_MOST_USD = new BigDecimal("2.00");

    public ModelTerms {
        models = List.copyOf(models);
    }

    /** The model that is used; empty when none is. */
    public Optional<String> first() {
        return models.stream().findFirst();
    }

    /** Whether every model's price is known; otherwise money can neither be told beforehand nor held to a limit. */
    public boolean isPriced() {
        return models.stream().allMatch(model -> known.find(model).isPresent());
    }
}
