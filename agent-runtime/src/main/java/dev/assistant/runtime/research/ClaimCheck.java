package dev.assistant.runtime.research;

import dev.assistant.product.Product.Answer.Claim;
import dev.assistant.product.Product.Answer.Source;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.agent.Session.Witnessed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Keeps those claims whose source says what they quote: a submitted file, or what a tool answered in this job. For one thread.
 */
final class ClaimCheck {
    private final List<SourceFile> files;
    private final List<Witnessed> witnessed;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    ClaimCheck(List<SourceFile> files, List<Witnessed> witnessed) {
        this.files = files;
        this.witnessed = witnessed;
    }

    /** Takes a claim in the shape of {@code answer.json}. */
    void take(JsonNode said) {
        String claim = said.path("claim").stringValue();
        String quote = said.path("quote").stringValue();
        String named = said.path("source").stringValue().strip();
        Optional<Source> source = inFile(named, quote).or(() -> inAnswer(named, quote));
        if (source.isEmpty()) {
            dropped.add("Left out, since %s does not say so: %s".formatted(named, claim));
            return;
        }
        if (!sources.contains(source.get())) {
            sources.add(source.get());
        }
        claims.add(new Claim(claim, sources.indexOf(source.get()) + 1, quote));
    }

    private Optional<Source> inFile(String named, String quote) {
        String path = named.replaceFirst("^\\./", "").replaceFirst(":\\d+(-\\d+)?$", "");
        return files.stream()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> lineOf(file, quote).stream())
                .map(line -> new Source(path + ":" + line, Optional.empty(), Optional.of(path), Optional.of(line)))
                .findFirst();
    }

    /** The first line of the place that holds the quote, whatever the white space. */
    private static Optional<Integer> lineOf(SourceFile file, String quote) {
        String wanted = plain(quote);
        List<String> lines = file.content().lines().toList();
        for (int n = 0; n < lines.size() && !wanted.isEmpty(); n++) {
            StringBuilder from = new StringBuilder();
            for (int m = n; m < lines.size() && from.length() <= wanted.length() + 200; m++) {
                from.append(lines.get(m)).append(' ');
                if (plain(from.toString()).contains(wanted)) {
                    return Optional.of(startOf(lines, n, m, wanted));
                }
            }
        }
        return Optional.empty();
    }

    /** The last line from which on the place still holds the quote. */
    private static int startOf(List<String> lines, int from, int to, String wanted) {
        int start = from;
        while (start < to
                && plain(String.join(" ", lines.subList(start + 1, to + 1))).contains(wanted)) {
            start++;
        }
        return start + 1;
    }

    private Optional<Source> inAnswer(String named, String quote) {
        String wanted = plain(quote);
        return witnessed.stream()
                .filter(answer -> !wanted.isEmpty() && plain(answer.text()).contains(wanted))
                .filter(answer ->
                        answer.text().contains(named) || answer.arguments().contains(named))
                .map(answer -> new Source(
                        named,
                        Optional.of(named).filter(source -> source.startsWith("https://")),
                        Optional.empty(),
                        Optional.empty()))
                .findFirst();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    List<Claim> claims() {
        return claims;
    }

    List<Source> sources() {
        return sources;
    }

    /** What was left out, and why. */
    List<String> dropped() {
        return dropped;
    }
}
