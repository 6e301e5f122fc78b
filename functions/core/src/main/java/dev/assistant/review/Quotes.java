package dev.assistant.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds code in a file that somebody quotes from memory: as it is written, then but for white space, then but for a few
 * characters (ARCHITECTURE section 4, step 4). Line ends do not matter, line numbers before the code are dropped, and a masked
 * secret stands for whatever it hides. Immutable.
 */
public final class Quotes {
    private static final Pattern NUMBERED = Pattern.compile("^\\s{0,10}\\d{1,7} ?[|:] ?");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MOST_LINES = 200;
    private static final int MOST_MASKS = 4;
    /** Shorter code is found in too many places when characters may differ. */
    private static final int LEAST_FUZZY = 12;

    private static final int MOST_FUZZY = 1_200;
    private static final double DIFFERENT = 0.15;

    private final List<String> lines;

    public Quotes(SourceFile file) {
        this.lines = file.content().lines().toList();
    }

    /** How a quote was found. */
    public enum Match {
        EXACT,
        /** White space differs, or a secret is masked. */
        NORMALISED,
        /** A few characters differ. */
        FUZZY
    }

    /** Where a quote stands. */
    public record Place(TextRange range, Match match) {}

    /** A line of a file that says something, without its white space. */
    private record Line(int number, String text) {}

    /**
     * The first place of a quote.
     *
     * @param first the line, from 1, from which on it is looked for first; whatever stands before comes second
     */
    public Optional<Place> find(String quote, int first) {
        List<String> wanted = cleaned(quote);
        if (wanted.isEmpty() || wanted.size() > MOST_LINES) {
            return Optional.empty();
        }
        return exact(wanted, first)
                .map(range -> new Place(range, Match.EXACT))
                .or(() -> normalised(wanted, first).map(range -> new Place(range, Match.NORMALISED)))
                .or(() -> fuzzy(wanted).map(range -> new Place(range, Match.FUZZY)));
    }

    private static List<String> cleaned(String quote) {
        List<String> all = quote.lines().toList();
        List<String> said = all.stream().filter(line -> !line.isBlank()).toList();
        boolean numbered = said.stream().allMatch(line -> NUMBERED.matcher(line).find());
        List<String> plain = new ArrayList<>(all.stream()
                .map(line -> numbered ? NUMBERED.matcher(line).replaceFirst("") : line)
                .toList());
        while (!plain.isEmpty() && plain.getFirst().isBlank()) {
            plain.removeFirst();
        }
        while (!plain.isEmpty() && plain.getLast().isBlank()) {
            plain.removeLast();
        }
        return plain;
    }

    private Optional<TextRange> exact(List<String> wanted, int first) {
        return starts(lines.size() - wanted.size() + 1, first)
                .mapToObj(start -> exactAt(wanted, start))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<TextRange> exactAt(List<String> wanted, int start) {
        String begins = wanted.getFirst();
        String line = lines.get(start);
        if (wanted.size() == 1) {
            int at = line.indexOf(begins);
            return at < 0
                    ? Optional.empty()
                    : Optional.of(new TextRange(start + 1, at + 1, start + 1, at + begins.length() + 1));
        }
        int end = start + wanted.size() - 1;
        boolean matches = line.endsWith(begins)
                && lines.get(end).startsWith(wanted.getLast())
                && lines.subList(start + 1, end).equals(wanted.subList(1, wanted.size() - 1));
        return matches
                ? Optional.of(new TextRange(
                        start + 1,
                        line.length() - begins.length() + 1,
                        end + 1,
                        wanted.getLast().length() + 1))
                : Optional.empty();
    }

    private Optional<TextRange> normalised(List<String> wanted, int first) {
        List<Line> said = said();
        List<String> code = wanted.stream()
                .map(Quotes::plain)
                .filter(line -> !line.isEmpty())
                .toList();
        int from = (int) said.stream().filter(line -> line.number() < first).count();
        return starts(said.size() - code.size() + 1, from + 1)
                .filter(start -> matches(code, said.subList(start, start + code.size())))
                .mapToObj(start -> range(said.get(start), said.get(start + code.size() - 1)))
                .findFirst();
    }

    private static boolean matches(List<String> code, List<Line> there) {
        int last = code.size() - 1;
        return IntStream.rangeClosed(0, last).allMatch(index -> {
            BiPredicate<String, String> fits = last == 0
                    ? String::contains
                    : index == 0 ? String::endsWith : index == last ? String::startsWith : String::equals;
            String line = there.get(index).text();
            String part = code.get(index);
            return fits.test(line, part) || (part.contains(SecretMasker.MASK) && hides(part, line));
        });
    }

    /** Whether the line is the part with something in place of what is masked. */
    private static boolean hides(String part, String line) {
        String[] seen = part.split(Pattern.quote(SecretMasker.MASK), -1);
        return seen.length <= MOST_MASKS
                && Pattern.compile(Arrays.stream(seen).map(Pattern::quote).collect(Collectors.joining(".{1,500}?")))
                        .matcher(line)
                        .find();
    }

    private Optional<TextRange> fuzzy(List<String> wanted) {
        List<String> code = wanted.stream()
                .map(Quotes::plain)
                .filter(line -> !line.isEmpty())
                .toList();
        String whole = String.join("\n", code);
        if (whole.length() < LEAST_FUZZY || whole.length() > MOST_FUZZY) {
            return Optional.empty();
        }
        int allowed = (int) (whole.length() * DIFFERENT);
        List<Line> said = said();
        record Candidate(TextRange range, int distance) {}
        List<Candidate> near = starts(said.size() - code.size() + 1, 1)
                .mapToObj(start -> {
                    List<Line> there = said.subList(start, start + code.size());
                    String text = there.stream().map(Line::text).collect(Collectors.joining("\n"));
                    return new Candidate(
                            range(there.getFirst(), there.getLast()), EditDistance.within(whole, text, allowed));
                })
                .filter(candidate -> candidate.distance() <= allowed)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(2)
                .toList();
        boolean isClear = near.size() == 1
                || (near.size() == 2
                        && near.getFirst().distance() < near.getLast().distance());
        return isClear ? Optional.of(near.getFirst().range()) : Optional.empty();
    }

    /** Indexes from 0 below a number: those from a line on first, then those before. */
    private static IntStream starts(int below, int firstLine) {
        int from = Math.clamp(firstLine - 1L, 0, Math.max(0, below));
        return IntStream.concat(IntStream.range(from, below), IntStream.range(0, from));
    }

    private List<Line> said() {
        return IntStream.range(0, lines.size())
                .mapToObj(index -> new Line(index + 1, plain(lines.get(index))))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private static String plain(String line) {
        return SPACE.matcher(line.strip()).replaceAll(" ");
    }

    /** From the first character that says something to the last. */
    private TextRange range(Line first, Line last) {
        String begins = lines.get(first.number() - 1);
        String ends = lines.get(last.number() - 1);
        int indent = begins.length() - begins.stripLeading().length();
        return new TextRange(
                first.number(), indent + 1, last.number(), ends.stripTrailing().length() + 1);
    }
}
