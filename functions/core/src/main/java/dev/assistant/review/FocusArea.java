package dev.assistant.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person wants a review to look at; none chosen means all. */
public enum FocusArea {
    SECURITY(Category.SECURITY),
    BUGS(Category.BUG),
    PERFORMANCE(Category.PERFORMANCE),
    MAINTAINABILITY(Category.MAINTAINABILITY, Category.STYLE),
    DOCUMENTATION(Category.DOCUMENTATION);

    @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
    private final Set<Category> categories;

    FocusArea(Category first, Category... rest) {
        this.categories = EnumSet.of(first, rest);
    }

    /** The name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether findings of the category belong to this area. */
    public boolean covers(Category category) {
        return categories.contains(category);
    }

    /** The area with this name in the API; empty when there is none. */
    public static Optional<FocusArea> byId(String id) {
        return Arrays.stream(values()).filter(area -> area.id().equals(id)).findFirst();
    }
}
