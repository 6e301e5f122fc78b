package dev.assistant.api.reviews;

import dev.assistant.model.ModelTerms;
import dev.assistant.model.Usage;
import dev.assistant.review.RunEstimate;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Units;
import dev.assistant.review.Units.SetAside;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The wire form of an estimate. Grows only by optional fields. */
record EstimateDocument(
        String workflow,
        String analysisMode,
        Seconds seconds,
        @Nullable Tokens tokens,
        @Nullable Money usd,
        BigDecimal maxUsd,
        @Nullable String model,
        @Nullable LocalDate pricesAsOf,
        @Nullable List<FileDocument> files,
        boolean exact) {

    /** See {@link dev.assistant.workflow.TypicalDuration}. */
    record Seconds(long typical, int runs, String basis) {}

    /** In and out together. */
    record Tokens(long min, long max) {}

    /** US dollars. */
    record Money(BigDecimal min, BigDecimal max) {}

    /** As in a review's coverage. */
    record FileDocument(
            String path, String status, @Nullable String reason) {
        static FileDocument of(SourceFile file) {
            return new FileDocument(file.path(), "reviewed", null);
        }

        static FileDocument of(SetAside aside) {
            return new FileDocument(aside.file().path(), "skipped", aside.explanation());
        }
    }

    static EstimateDocument of(RunEstimate estimate, ModelTerms models) {
        Optional<String> model = models.first();
        return new EstimateDocument(
                estimate.workflow(),
                estimate.mode().name().toLowerCase(Locale.ROOT),
                new Seconds(
                        Math.max(1, estimate.time().duration().plusMillis(999).toSeconds()),
                        estimate.time().runs(),
                        estimate.time().basis().name().toLowerCase(Locale.ROOT)),
                estimate.cost()
                        .map(cost ->
                                new Tokens(cost.least().tokens(), cost.most().tokens()))
                        .orElse(null),
                money(estimate, models).orElse(null),
                estimate.mostUsd(),
                model.orElse(null),
                model.isPresent() && models.isPriced() ? models.known().asOf() : null,
                estimate.units().map(EstimateDocument::files).orElse(null),
                estimate.isExact());
    }

    /** Never more than the run may cost; none when no price is known or no amount of code. */
    private static Optional<Money> money(RunEstimate estimate, ModelTerms models) {
        return estimate.cost()
                .filter(cost -> models.isPriced())
                .map(cost -> new Money(capped(cost.least(), estimate), capped(cost.most(), estimate)));
    }

    private static BigDecimal capped(Usage usage, RunEstimate estimate) {
        return usage.usd().min(estimate.mostUsd());
    }

    private static List<FileDocument> files(Units units) {
        return Stream.concat(
                        units.toReview().stream().map(FileDocument::of),
                        units.setAside().stream().map(FileDocument::of))
                .toList();
    }
}
