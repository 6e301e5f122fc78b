package dev.assistant.adapters.json;

import dev.assistant.product.Product.About;
import dev.assistant.review.Provenance;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every product tells of itself, on the wire. Grows only by optional fields.
 *
 * @param models null in products older than the field, as is {@code codeHash}
 */
record AboutDocument(
        String summary,
        boolean complete,
        List<String> notes,
        List<String> prompts,
        @Nullable String codeHash,
        @Nullable List<String> models) {
    static AboutDocument of(About about) {
        Provenance provenance = about.provenance();
        return new AboutDocument(
                about.summary(),
                about.complete(),
                about.notes(),
                provenance.prompts(),
                provenance.code().orElse(null),
                provenance.models());
    }

    About toAbout() {
        List<String> known = Objects.requireNonNullElse(models, List.of());
        return new About(
                summary,
                complete,
                notes,
                new Provenance(Optional.empty(), Optional.ofNullable(codeHash), known, prompts));
    }
}
