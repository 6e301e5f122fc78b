package dev.assistant.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The models whose prices and abilities are known.
 *
 * @param asOf the day for which the prices hold; they change, and whoever runs the product looks after them
 */
public record KnownModels(LocalDate asOf, List<KnownModel> models) {
    public KnownModels {
        models = List.copyOf(models);
    }

    /** The entry that says most about a model; empty for one that nothing is known of. */
    public Optional<KnownModel> find(String model) {
        return models.stream()
                .filter(known -> model.contains(known.id()))
                .max(Comparator.comparingInt(known -> known.id().length()));
    }

    /** What the model costs; nothing when that is not known. */
    public Price price(String model) {
        return find(model).map(KnownModel::price).orElse(Price.NOTHING);
    }
}
