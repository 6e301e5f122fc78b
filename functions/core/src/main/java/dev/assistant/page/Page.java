package dev.assistant.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list in a stable order.
 *
 * @param items the page's items, at most as many as were asked for
 * @param next where the following page begins; empty on the last page
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with every item converted. */
    public <R> Page<R> map(Function<? super T, ? extends R> convert) {
        return new Page<>(items.stream().<R>map(convert).toList(), next);
    }
}
