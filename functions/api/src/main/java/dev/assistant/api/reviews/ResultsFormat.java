package dev.assistant.api.reviews;

import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.adapters.report.MarkdownReport;
import dev.assistant.adapters.report.RulePages;
import dev.assistant.adapters.report.SarifReport;
import dev.assistant.api.http.Accept;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.review.FinishedReview;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A form in which results are answered. The constant's name in lower case is its name in the query. */
enum ResultsFormat {
    JSON("application/json", "json", (review, pages) -> ReviewJson.results(review)),
    SARIF(SarifReport.MEDIA_TYPE, "sarif", SarifReport::write),
    MARKDOWN(MarkdownReport.MEDIA_TYPE, "md", (review, pages) -> MarkdownReport.write(review));

    private final String media;
    private final String ending;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final BiFunction<FinishedReview, RulePages, String> write;

    ResultsFormat(String media, String ending, BiFunction<FinishedReview, RulePages, String> write) {
        this.media = media;
        this.ending = ending;
        this.write = write;
    }

    /** What the query's {@code format} asks for, or else the header {@code Accept}. */
    static ResultsFormat of(Request request) {
        Query query = new Query(request);
        Optional<String> named = query.oneOf("format", names());
        query.requireValid();
        if (named.isPresent()) {
            return valueOf(named.get().toUpperCase(Locale.ROOT));
        }
        String chosen = Accept.choose(
                request, Stream.of(values()).map(format -> format.media).toList());
        return Stream.of(values())
                .filter(format -> format.media.equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names() {
        return Stream.of(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    Answer answer(FinishedReview review, RulePages pages) {
        String type = this == MARKDOWN ? media + "; charset=utf-8" : media;
        Answer answer = Answer.text(200, type, write.apply(review, pages)).with("Vary", "Accept");
        return this == JSON
                ? answer
                : answer.with(
                        "Content-Disposition",
                        "attachment; filename=\"review-%s.%s\""
                                .formatted(review.job().id(), ending));
    }
}
