package dev.assistant.api.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.analytics.Figures;
import dev.assistant.analytics.Period.Bucket;
import dev.assistant.analytics.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A bucket on the wire: its days, both included, and what an operation tells of its figures. */
record BucketDocument<T>(
        LocalDate from, LocalDate to, @JsonUnwrapped T figures) {

    /** Every bucket of the timeline, in order. */
    static <T> List<BucketDocument<T>> all(Timeline timeline, Function<Figures, T> document) {
        List<Bucket> buckets = timeline.period().buckets();
        return IntStream.range(0, buckets.size())
                .mapToObj(n -> new BucketDocument<>(
                        buckets.get(n).first(),
                        buckets.get(n).last(),
                        document.apply(timeline.buckets().get(n))))
                .toList();
    }
}
