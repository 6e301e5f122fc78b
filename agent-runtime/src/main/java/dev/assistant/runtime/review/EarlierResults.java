package dev.assistant.runtime.review;

import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.review.UnitKey;
import dev.assistant.runtime.analysis.AnalysisEngine;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over what earlier reviews found out about unchanged units, and keeps what is new. A file is a unit for the analysers that
 * look at one file at a time; a part of a submission is one for those that look across files. Thread-safe.
 */
final class EarlierResults {
    /** Units asked about at once. */
    private static final int ASKED = 1_000;

    /** In characters; what is longer is found out again each time. */
    private static final int LARGEST = 16_000_000;

    private final AnalysedUnits units;
    private final InstantSource clock;

    EarlierResults(AnalysedUnits units, InstantSource clock) {
        this.units = units;
        this.clock = clock;
    }

    /** The key of files for the analysers that read them. */
    static UnitKey key(List<AnalysisEngine> readers, List<SourceFile> files) {
        return UnitKey.of(
                readers.stream()
                        .map(engine -> engine.name() + " " + engine.version())
                        .toList(),
                files);
    }

    /** Those of the units that an earlier review has results of. */
    Set<UnitKey> known(ReviewRequest request, Collection<UnitKey> keys) {
        List<UnitKey> all = List.copyOf(keys);
        Set<UnitKey> known = new HashSet<>();
        for (int from = 0; from < all.size(); from += ASKED) {
            known.addAll(units.known(request, all.subList(from, Math.min(all.size(), from + ASKED))));
        }
        return known;
    }

    /** What an earlier review has found out about files; also keeps it for reviews that take this one as their baseline. */
    Map<UnitKey, AnalysedUnit> files(ReviewRequest request, Collection<UnitKey> keys) {
        Map<UnitKey, String> found = units.find(request, keys);
        passOn(request, found);
        Map<UnitKey, AnalysedUnit> files = new HashMap<>();
        found.forEach((key, json) -> files.put(key, AnalysedUnit.fromJson(json)));
        return files;
    }

    /** The same for a part of a submission. */
    Optional<AnalysedPart> part(ReviewRequest request, UnitKey key) {
        Map<UnitKey, String> found = units.find(request, List.of(key));
        passOn(request, found);
        return Optional.ofNullable(found.get(key)).map(AnalysedPart::fromJson);
    }

    void keepFiles(ReviewRequest request, Map<UnitKey, AnalysedUnit> files) {
        Map<UnitKey, String> results = new LinkedHashMap<>();
        files.forEach((key, file) -> results.put(key, file.toJson()));
        keep(request, results);
    }

    void keepPart(ReviewRequest request, UnitKey key, AnalysedPart part) {
        keep(request, new LinkedHashMap<>(Map.of(key, part.toJson())));
    }

    /** Whoever knows the project finds it where it is. */
    private void passOn(ReviewRequest request, Map<UnitKey, String> found) {
        if (request.project().isEmpty()) {
            units.keep(request, found, clock.instant());
        }
    }

    private void keep(ReviewRequest request, Map<UnitKey, String> results) {
        results.values().removeIf(result -> result.length() > LARGEST);
        units.keep(request, results, clock.instant());
    }
}
