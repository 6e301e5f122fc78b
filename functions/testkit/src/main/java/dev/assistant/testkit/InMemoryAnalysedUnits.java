package dev.assistant.testkit;

import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.UnitKey;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows no projects, as {@link InMemoryReviews}: a review takes over what its baseline knows. */
final class InMemoryAnalysedUnits implements AnalysedUnits {
    private final InMemoryJobStore store;
    private final Map<Place, Kept> kept = new HashMap<>();

    private record Place(JobId job, UnitKey unit) {}

    private record Kept(String result, Instant at) {}

    InMemoryAnalysedUnits(InMemoryJobStore store) {
        this.store = store;
    }

    @Override
    public Set<UnitKey> known(ReviewRequest review, Collection<UnitKey> keys) {
        return find(review, keys).keySet();
    }

    @Override
    public Map<UnitKey, String> find(ReviewRequest review, Collection<UnitKey> keys) {
        synchronized (store) {
            Set<UnitKey> wanted = new HashSet<>(keys);
            return kept.entrySet().stream()
                    .filter(entry -> wanted.contains(entry.getKey().unit()))
                    .filter(entry -> mayBeTakenOver(entry.getKey().job(), review))
                    .collect(Collectors.toUnmodifiableMap(
                            entry -> entry.getKey().unit(),
                            entry -> entry.getValue().result(),
                            (one, other) -> one));
        }
    }

    @Override
    public void keep(ReviewRequest review, Map<UnitKey, String> results, Instant now) {
        synchronized (store) {
            if (isOwn(review.job(), review)) {
                results.forEach(
                        (unit, result) -> kept.putIfAbsent(new Place(review.job(), unit), new Kept(result, now)));
            }
        }
    }

    @Override
    public int forget(Instant before, int most) {
        synchronized (store) {
            List<Place> old = kept.entrySet().stream()
                    .filter(entry -> entry.getValue().at().isBefore(before))
                    .sorted(Comparator.comparing(entry -> entry.getValue().at()))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(kept::remove);
            return old.size();
        }
    }

    private boolean mayBeTakenOver(JobId job, ReviewRequest review) {
        return isOwn(job, review) && review.baseline().filter(job::equals).isPresent();
    }

    private boolean isOwn(JobId job, ReviewRequest review) {
        return store.find(job)
                .filter(record -> record.request.owner().equals(review.owner()))
                .isPresent();
    }
}
