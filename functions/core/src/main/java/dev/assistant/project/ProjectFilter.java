package dev.assistant.project;

import dev.assistant.review.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which projects of a list are wanted, and in which order.
 *
 * @param text a part of the name, the description or the repository's address, in any case
 */
public record ProjectFilter(Optional<String> text, Optional<Language> language, Sort sort) {

    /** By name upwards, by times downwards. The constant's name in lower case is its name in the API. */
    public enum Sort {
        NAME,
        CREATED_AT,
        UPDATED_AT,
        /** Projects without a review come last, by when they were created. */
        LAST_REVIEW_AT;

        /** The name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The order with this name in the API; empty when there is none. */
        public static Optional<Sort> byId(String id) {
            return Stream.of(values()).filter(sort -> sort.id().equals(id)).findFirst();
        }
    }
}
