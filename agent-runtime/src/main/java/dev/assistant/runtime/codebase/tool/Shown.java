package dev.assistant.runtime.codebase.tool;

import dev.assistant.runtime.codebase.CodeContext;
import dev.assistant.runtime.codebase.Place;
import dev.assistant.runtime.codebase.index.Hit;
import java.util.List;
import java.util.Locale;

/** What tools found, as text for a model: each place with its path and lines, code with line numbers. */
final class Shown {
    private static final int MOST_LINES = 30;
    private static final int MOST_CONTEXT_LINES = 120;
    private static final int MOST_SIBLINGS = 30;
    private static final int AROUND = 10;

    private Shown() {}

    static String hits(List<Hit> hits) {
        if (hits.isEmpty()) {
            return "Nothing was found.";
        }
        StringBuilder text = new StringBuilder();
        for (Hit hit : hits) {
            var chunk = hit.chunk();
            text.append("%s:%d-%d %s %s (score %s)%n"
                    .formatted(
                            chunk.path(),
                            chunk.firstLine(),
                            chunk.lastLine(),
                            chunk.kind(),
                            chunk.name(),
                            String.format(Locale.ROOT, "%.2f", hit.score())));
            numbered(text, chunk.code().lines().toList(), chunk.firstLine(), MOST_LINES);
            text.append('\n');
        }
        return text.toString();
    }

    static String places(List<Place> places, String none) {
        if (places.isEmpty()) {
            return none;
        }
        StringBuilder text = new StringBuilder();
        places.forEach(place -> text.append(one(place)));
        return text.toString();
    }

    static String context(CodeContext context) {
        StringBuilder text = new StringBuilder();
        List<String> lines = context.file().content().lines().toList();
        int first = context.around().map(Place::firstLine).orElse(Math.max(1, context.line() - AROUND));
        int last = context.around().map(Place::lastLine).orElse(Math.min(lines.size(), context.line() + AROUND));
        text.append(context.file().path()).append(":%d-%d%n".formatted(first, last));
        context.around().ifPresent(place -> text.append(place.kind() + " " + place.name() + "\n"));
        numbered(
                text,
                lines.subList(Math.min(first, lines.size() + 1) - 1, Math.min(last, lines.size())),
                first,
                MOST_CONTEXT_LINES);
        section(
                text,
                "Imports",
                context.imports().stream().map(line -> "  " + line + "\n").toList());
        section(text, "Beside it", siblings(context));
        section(text, "It calls", context.callees().stream().map(Shown::one).toList());
        section(text, "Used in", context.usages().stream().map(Shown::one).toList());
        return text.toString();
    }

    private static List<String> siblings(CodeContext context) {
        return context.siblings().stream().limit(MOST_SIBLINGS).map(Shown::one).toList();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title).append(":\n");
            lines.forEach(text::append);
        }
    }

    private static String one(Place place) {
        return "  %s:%d %s %s: %s%n"
                .formatted(place.path(), place.firstLine(), place.kind(), place.name(), place.text());
    }

    private static void numbered(StringBuilder text, List<String> lines, int first, int most) {
        for (int i = 0; i < Math.min(lines.size(), most); i++) {
            text.append("%5d  %s%n".formatted(first + i, lines.get(i)));
        }
        if (lines.size() > most) {
            text.append("       … %d lines more%n".formatted(lines.size() - most));
        }
    }
}
