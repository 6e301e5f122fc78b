package dev.assistant.review;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What analysers reported about units, so that a later review need not analyse the unchanged ones again. A review may take over
 * results of its project's reviews and of its baseline, never somebody else's. They go
 * with the review that they were kept for. Thread-safe.
 */
public interface AnalysedUnits {
    /** Those units whose results the review may take over. */
    Set<UnitKey> known(ReviewRequest review, Collection<UnitKey> keys);

    /** The results, as they were kept, that the review may take over. */
    Map<UnitKey, String> find(ReviewRequest review, Collection<UnitKey> keys);

    /**
     * Keeps results, those of units that the review already has unchanged; nothing of a review that is gone.
     *
     * @param results JSON without secrets
     */
    void keep(ReviewRequest review, Map<UnitKey, String> results, Instant now);

    /**
     * Forgets results, the oldest first.
     *
     * @param before those kept earlier are forgotten
     * @param most how many at once
     * @return how many were forgotten
     */
    int forget(Instant before, int most);
}
