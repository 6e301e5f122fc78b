package dev.assistant.localstack.observe;

import static dev.assistant.localstack.observe.Html.escaped;

import dev.assistant.localstack.observe.trace.Span;
import dev.assistant.localstack.observe.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Recent traces, and each as a waterfall. What came by OTLP may be anybody's, so every word of it is escaped. */
final class TracesPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    /** After so long without anything new it is taken to be complete. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private static final int COLOURS = 6;
    private static final double PERCENT = 100;
    private static final double NANOS_A_MILLI = 1e6;

    private final Traces traces;

    TracesPage(Traces traces) {
        this.traces = traces;
    }

    String list() {
        List<Traces.Summary> recent = traces.recent();
        String rows = recent.stream()
                .map(trace -> """
                        <tr><td>%s</td><td><a href="/traces/%s">%s</a></td><td class="wide">%s</td><td class="number">%d</td></tr>
                        """.formatted(
                                TIME.format(trace.first().start()),
                                escaped(trace.trace()),
                                escaped(trace.first().name()),
                                escaped(trace.job().orElse("")),
                                trace.spans()))
                .collect(Collectors.joining());
        return Html.page(
                "Traces",
                "/traces",
                false,
                recent.isEmpty() ? "<p class=\"soft\">No request yet.</p>" : """
                <p class="soft">The last %d. A job's: <code>/jobs/&lt;job_id&gt;</code>.</p>
                <div class="scroll"><table><tr><th>Began</th><th>First</th><th class="wide">Job</th><th class="number">Spans</th></tr>
                %s</table></div>
                """.formatted(recent.size(), rows));
    }

    /** What stands in the place of a trace that is not there, or not yet. */
    static String unknown() {
        return Html.page("No trace yet", "/traces", true, """
                <p>Nothing is known of it. What runs is here a second after its first step, and this page asks again by itself. The
                last 300 traces since the start are kept: see <a href="/traces">Traces</a>.</p>
                """);
    }

    /** @param spans those of one trace, by their beginning; not empty */
    static String waterfall(List<Span> spans, Instant now) {
        Instant begin = spans.getFirst().start();
        Instant end =
                spans.stream().map(Span::end).max(Comparator.naturalOrder()).orElse(begin);
        List<String> services = spans.stream().map(Span::service).distinct().toList();
        String rows = inOrder(spans).stream()
                .map(nested -> row(nested, begin, Duration.between(begin, end), services))
                .collect(Collectors.joining());
        boolean goesOn = end.isAfter(now.minus(SETTLED));
        return Html.page("Trace " + spans.getFirst().trace(), "/traces", goesOn, """
                <p>%s in %d spans of %s, begun at %s.</p>
                <div class="scroll"><table><tr><th>Span</th><th class="wide">By</th><th class="number wide">After</th><th class="number">Took</th>
                <th>When</th><th class="wide">Facts</th></tr>%s</table></div>
                """.formatted(
                        millis(Duration.between(begin, end)),
                        spans.size(),
                        escaped(String.join(", ", services)),
                        TIME.format(begin),
                        rows));
    }

    private record Nested(Span span, int depth) {}

    /** Each span after its parent; one whose parent is not here stands at the top. */
    private static List<Nested> inOrder(List<Span> spans) {
        Set<String> ids = spans.stream().map(Span::id).collect(Collectors.toSet());
        Map<String, List<Span>> children = new HashMap<>();
        spans.forEach(span -> children.computeIfAbsent(
                        span.parent().filter(ids::contains).orElse(""), key -> new ArrayList<>())
                .add(span));
        List<Nested> ordered = new ArrayList<>();
        add("", 0, children, ordered);
        return ordered;
    }

    private static void add(String parent, int depth, Map<String, List<Span>> children, List<Nested> ordered) {
        // Taken out, so that spans which name each other as parents end.
        List<Span> own = children.remove(parent);
        if (own != null) {
            own.forEach(span -> {
                ordered.add(new Nested(span, depth));
                add(span.id(), depth + 1, children, ordered);
            });
        }
    }

    private static String row(Nested nested, Instant begin, Duration whole, List<String> services) {
        Span span = nested.span();
        String facts = span.attributes().entrySet().stream()
                .map(fact -> escaped(fact.getKey()) + "=" + escaped(fact.getValue()))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                """
                <tr><td class="name" style="padding-left: %dpx">%s%s</td><td class="wide soft word">%s</td><td class="number wide">%s</td>
                <td class="number">%s</td><td><div class="bar"><b class="c%d" style="left: %.2f%%; width: %.2f%%"></b></div></td>
                <td class="wide"><code>%s</code></td></tr>
                """,
                nested.depth() * 14,
                escaped(span.name()),
                span.failed() ? " <span class=\"firing\">failed</span>" : "",
                escaped(span.service()),
                millis(Duration.between(begin, span.start())),
                millis(span.took()),
                services.indexOf(span.service()) % COLOURS,
                share(Duration.between(begin, span.start()), whole),
                share(span.took(), whole),
                facts);
    }

    private static double share(Duration part, Duration whole) {
        return whole.isZero() ? 0 : PERCENT * part.toNanos() / whole.toNanos();
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%,.1f ms", duration.toNanos() / NANOS_A_MILLI);
    }
}
