package dev.assistant.api.http;

import dev.assistant.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list on the wire (SPEC section 2). */
public record PageDocument<T>(List<T> items, @Nullable String nextCursor) {

    public static <T> PageDocument<T> of(Page<T> page) {
        return new PageDocument<>(page.items(), page.next().map(Cursors::write).orElse(null));
    }
}
