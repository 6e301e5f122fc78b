package dev.assistant.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides secrets in text that is stored, shown or sent on. Recognises {@link SecretFormats}, and values
 * given to names that promise a secret. Errs on the side of hiding: a masked placeholder costs a reader nothing. Thread-safe.
 */
public final class SecretMasker {
    /** What stands where a secret stood; of fixed length, so it says nothing about the secret. */
    public static final String MASK = "****";

    /**
     * What is hidden beside {@link SecretFormats}: shorter forms, ids and test keys that nobody needs to be told of. In each,
     * group {@code secret} is what must not be seen. Quantifiers are bounded or possessive: hostile text costs linear time.
     */
    private static final List<Pattern> HIDDEN_TOO = List.of(
            format("\\b(?:AKIA|ASIA)(?<secret>[0-9A-Z]{16})\\b"),
            format("\\bgithub_pat_(?<secret>[A-Za-z0-9_]{22,255}+)"),
            format("\\bxox[abeoprs]-(?<secret>[A-Za-z0-9-]{10,255}+)"),
            format("\\b[rs]k_(?:live|test)_(?<secret>[A-Za-z0-9]{16,255}+)"),
            format("\\bsk-(?:proj-|ant-|or-)?(?<secret>[A-Za-z0-9_-]{20,255}+)"),
            format("\\bSG\\.(?<secret>[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,64}+)"),
            format("\\bpypi-(?<secret>[A-Za-z0-9_-]{50,255}+)"),
            format("\\beyJ(?<secret>[A-Za-z0-9_-]{10,2000}+\\.[A-Za-z0-9_-]{10,2000}+\\.[A-Za-z0-9_-]{0,2000}+)"),
            format("-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?<secret>[^-]{1,10000}+)"),
            format("(?i)\\bAccountKey=(?<secret>[A-Za-z0-9+/=]{20,255}+)"),
            format("(?i)\\b(?:bearer|basic) (?<secret>[A-Za-z0-9+/=._~-]{16,2000}+)"),
            format("\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@\"']{0,100}+:(?<secret>[^\\s/@\"'{$<]{3,200}+)@"));

    /** Names whose value is a secret whatever it looks like, and names whose value is one when it looks random. */
    private static final String CERTAIN = "passw(?:or)?d|passwd|passphrase|pwd|secret|credential";

    private static final String LIKELY = "token|api_?-?key|access_?-?key|private_?-?key|auth|signature";
    private static final Pattern CERTAIN_NAME = Pattern.compile("(?i)" + CERTAIN);
    private static final Pattern ASSIGNED = Pattern.compile("(?i)(?<name>(?:" + CERTAIN + "|" + LIKELY
            + ")[\\w-]{0,40}+)[\"'\\]]{0,2}+\\s{0,20}+(?::\\s?\\w{1,30}+\\s{0,5}+)?(?:=>|:=|[:=])\\s{0,20}+[rbuf@$]{0,2}+"
            + "(?<mark>[\"'`])(?<secret>(?:(?!\\k<mark>)[^\\\\\\n]|\\\\.){3,500}+)\\k<mark>");

    /** Longer than any line that is looked at, so that no literal is cut in two; always matches on, so it costs linear time. */
    private static final Pattern LITERAL =
            Pattern.compile("(?<mark>[\"'`])(?<secret>(?:(?!\\k<mark>)[^\\\\\\n]|\\\\.){1,4000}+)\\k<mark>?+");

    private static final Pattern BARE_VALUE = Pattern.compile("(?im)(?:" + CERTAIN + "|" + LIKELY
            + ")[\\w.-]{0,40}+\\s{0,20}+[:=>]\\s{0,20}+(?<secret>[^\\s\"'`<>,;]{1,500}+)");
    private static final Pattern RANDOM_RUN = Pattern.compile("(?<secret>[A-Za-z0-9+/=_-]{20,2000}+)");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)\\$\\{.*|\\{\\{.*|<[^>]*>|%\\w+%|\\*+|x{3,}|\\.{3,}|(?:your|my|some|the)[_ -].*|change[_ -]?me.*|placeholder|none|null|undefined");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)[\\w.-]{0,60}(?:" + CERTAIN + "|" + LIKELY + ")[\\w.-]{0,40}");

    /** English words come to about 2.5 at sixteen characters, random hexadecimal to over 3.2. */
    private static final double RANDOM_BITS = 3;

    private SecretMasker() {}

    /**
     * Text without its secrets.
     *
     * @param secrets the values that were hidden; for counting and for hiding them elsewhere, never to be stored or logged
     */
    public record Masked(String text, Set<String> secrets) {
        public Masked {
            secrets = Set.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Masked[" + secrets.size() + " secrets]";
        }
    }

    /** Hides what is recognisable as a secret anywhere. */
    public static Masked mask(String text) {
        Hiding hiding = new Hiding(text);
        hiding.formats();
        hiding.assignments();
        return hiding.done();
    }

    /**
     * Hides the secret in lines that are known to hold one. When nothing in them is recognisable, every string literal is
     * hidden but names of settings, else bare values of such names, else what looks random, else all of it.
     */
    public static Masked maskKnown(String text) {
        Hiding hiding = new Hiding(text);
        hiding.formats();
        hiding.assignments();
        if (hiding.found.isEmpty()) {
            hiding.literals();
        }
        if (hiding.found.isEmpty()) {
            hiding.all(BARE_VALUE);
        }
        if (hiding.found.isEmpty()) {
            hiding.all(RANDOM_RUN);
        }
        return hiding.found.isEmpty() && !text.isBlank() ? new Masked(MASK, Set.of(text.strip())) : hiding.done();
    }

    /** Hides the secrets in lines that something was reported about, with its weaknesses: some say that a secret is there. */
    static Masked maskQuote(String lines, List<String> cwe) {
        return WeaknessFamily.isHardCodedSecret(cwe) ? maskKnown(lines) : mask(lines);
    }

    /** Hides secrets found elsewhere; very short ones only as whole words, so that they do not riddle a sentence. */
    public static String hide(String text, Collection<String> secrets) {
        String hidden = text;
        for (String secret : secrets) {
            String found = Pattern.quote(secret);
            hidden = hidden.replaceAll(
                    secret.length() < 4 ? "(?<!\\w)" + found + "(?!\\w)" : found, Matcher.quoteReplacement(MASK));
        }
        return hidden;
    }

    private static Pattern format(String regex) {
        return Pattern.compile(regex);
    }

    /** One text on its way from found to hidden. */
    private static final class Hiding {
        private final List<int[]> spans = new ArrayList<>();
        private final Set<String> found = new TreeSet<>();
        private final String text;

        private Hiding(String text) {
            this.text = text;
        }

        private void formats() {
            SecretFormats.all().stream()
                    .filter(format -> format.mayBeIn(text))
                    .flatMap(format -> format.in(text).stream())
                    .forEach(place -> take(place.secretStart(), place.secretEnd()));
            HIDDEN_TOO.forEach(this::all);
        }

        private void all(Pattern pattern) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                take(matcher);
            }
        }

        private void assignments() {
            Matcher matcher = ASSIGNED.matcher(text);
            while (matcher.find()) {
                String value = matcher.group("secret");
                boolean promised = CERTAIN_NAME.matcher(matcher.group("name")).find() || looksRandom(value);
                if (promised && !PLACEHOLDER.matcher(value).matches()) {
                    take(matcher);
                }
            }
        }

        private void literals() {
            Matcher matcher = LITERAL.matcher(text);
            while (matcher.find()) {
                if (!SECRET_NAME.matcher(matcher.group("secret")).matches()) {
                    take(matcher);
                }
            }
        }

        private void take(Matcher matcher) {
            take(matcher.start("secret"), matcher.end("secret"));
        }

        private void take(int start, int end) {
            spans.add(new int[] {start, end});
            found.add(text.substring(start, end));
        }

        private Masked done() {
            spans.sort((a, b) -> Integer.compare(a[0], b[0]));
            StringBuilder hidden = new StringBuilder();
            int at = 0;
            for (int[] span : spans) {
                if (span[0] >= at) {
                    hidden.append(text, at, span[0]).append(MASK);
                }
                at = Math.max(at, span[1]);
            }
            return new Masked(hidden.append(text, at, text.length()).toString(), found);
        }
    }

    private static boolean looksRandom(String value) {
        return value.length() >= 16
                && value.indexOf(' ') < 0
                && Entropy.bitsPerCharacter(value.toLowerCase(Locale.ROOT)) >= RANDOM_BITS;
    }
}
