package dev.assistant.runtime.analysis.patterns;

import dev.assistant.runtime.analysis.rules.Match;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Finds text in one file that is no program. Not thread-safe. */
final class TextSearch {
    private static final String AT = "at";

    private final Stretches stretches;

    TextSearch(SourceText source) {
        this.stretches = Stretches.of(source.language(), source.content());
    }

    /** Where a rule's text stands. */
    List<Span> all(Match.Text match) {
        List<Span> whole = List.of(new Span(0, stretches.text().length()));
        List<Span> found = new ArrayList<>();
        for (Span stretch : match.wholeFile() ? whole : stretches.spans()) {
            String text = stretches.text().substring(stretch.start(), stretch.end());
            if (match.head()
                            .map(head -> head.matcher(FileText.limited(text)).lookingAt())
                            .orElse(true)
                    && match.unless().stream()
                            .noneMatch(unless ->
                                    unless.matcher(FileText.limited(text)).find())) {
                find(match, text, stretch.start(), found);
            }
        }
        return found;
    }

    private static void find(Match.Text match, String text, int offset, List<Span> into) {
        Matcher matcher = match.found().matcher(FileText.limited(text));
        boolean narrowed = match.found().namedGroups().containsKey(AT);
        while (matcher.find()) {
            int start = narrowed ? matcher.start(AT) : matcher.start();
            int end = narrowed ? matcher.end(AT) : matcher.end();
            if (start >= 0 && end > start) {
                into.add(new Span(offset + start, offset + end));
            }
        }
    }
}
