package dev.assistant.localstack.observe;

import static dev.assistant.localstack.observe.Html.escaped;

import dev.assistant.localstack.observe.figure.AlertState;
import dev.assistant.localstack.observe.figure.AlertState.Standing;
import dev.assistant.localstack.observe.figure.Definition;
import dev.assistant.localstack.observe.figure.Definition.Dashboard;
import dev.assistant.localstack.observe.figure.Definition.Panel;
import dev.assistant.localstack.observe.figure.History;
import dev.assistant.localstack.observe.figure.History.Curve;
import dev.assistant.localstack.observe.figure.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The four dashboards, and the alerts with their state. */
final class DashboardsPage {
    private static final Duration MOST_SHOWN = Duration.ofMinutes(15);
    private static final Duration LEAST_SHOWN = Duration.ofMinutes(2);

    private final Definition definition;
    private final History history;

    DashboardsPage(Definition definition, History history) {
        this.definition = definition;
        this.history = history;
    }

    String dashboards(Instant now) {
        return Html.page(
                "Dashboards",
                "/",
                true,
                standing()
                        + definition.dashboards().stream()
                                .map(dashboard -> dashboard(dashboard, now, shown(now)))
                                .collect(Collectors.joining()));
    }

    /** In whole minutes: soon after the start there is not much to show yet. */
    private Duration shown(Instant now) {
        Duration known = history.begin()
                .map(begin -> Duration.ofMinutes(Duration.between(begin, now).toMinutes() + 1))
                .orElse(LEAST_SHOWN);
        Duration least = known.compareTo(LEAST_SHOWN) < 0 ? LEAST_SHOWN : known;
        return least.compareTo(MOST_SHOWN) > 0 ? MOST_SHOWN : least;
    }

    private String standing() {
        List<String> wrong = states().stream()
                .filter(state -> state.standing() == Standing.FIRING)
                .map(state -> state.alert().summary())
                .toList();
        return wrong.isEmpty()
                ? "<p class=\"ok\">No alert fires.</p>"
                : "<p class=\"firing\" role=\"alert\">%s. <a href=\"/alerts\">Alerts</a></p>"
                        .formatted(escaped(String.join(". ", wrong)));
    }

    private String dashboard(Dashboard dashboard, Instant now, Duration shown) {
        String panels = dashboard.panels().stream()
                .map(panel -> panel(panel, now.minus(shown), shown))
                .collect(Collectors.joining());
        return "<h2 id=\"%s\">%s</h2><div class=\"grid\">%s</div>\n"
                .formatted(escaped(dashboard.name()), escaped(dashboard.title()), panels);
    }

    private String panel(Panel panel, Instant from, Duration shown) {
        return Chart.of(
                panel,
                panel.lines().stream()
                        .flatMap(line -> history.curves(line, from).stream().filter(curve -> isTelling(line, curve)))
                        .toList(),
                from,
                shown);
    }

    /** Of many curves side by side those that are zero throughout say nothing, and hide the others' names. */
    private static boolean isTelling(Line line, Curve curve) {
        return line.by().isEmpty() || curve.points().stream().anyMatch(point -> point.value() != 0);
    }

    String alerts() {
        String rows = states().stream().map(DashboardsPage::row).collect(Collectors.joining());
        return Html.page("Alerts", "/alerts", true, """
                <p class="soft">What to do about each: infrastructure-cdk/RUNBOOK.md.</p>
                <div class="scroll"><table><tr><th>Alert</th><th>State</th><th class="number">Now</th><th class="number">Limit</th>
                <th class="number">For</th></tr>%s</table></div>
                """.formatted(rows));
    }

    private static String row(AlertState state) {
        String standing = state.standing().name().toLowerCase(Locale.ROOT);
        return """
                <tr><td><b>%s</b><br>%s</td><td class="%s word">%s</td><td class="number">%s</td><td class="number">%s</td>
                <td class="number">%d min</td></tr>
                """.formatted(
                        escaped(state.alert().name()),
                        escaped(state.alert().summary()),
                        standing,
                        standing,
                        state.value().map(Chart::number).orElse("nothing measured"),
                        Chart.number(state.alert().above()),
                        state.alert().minutes());
    }

    private List<AlertState> states() {
        return AlertState.all(definition, history);
    }
}
