package dev.assistant.api.reviews;

import dev.assistant.review.Rating;
import org.jspecify.annotations.Nullable;

/**
 * Whether a finding helped, on the wire. Grows only by optional fields.
 *
 * @param helpful null when nobody has said so
 */
record RatingDocument(String fingerprint, @Nullable Boolean helpful) {
    static RatingDocument of(Rating rating) {
        return new RatingDocument(rating.fingerprint(), rating.helpful());
    }
}
