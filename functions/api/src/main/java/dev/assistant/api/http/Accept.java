package dev.assistant.api.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of several forms of an answer a client wants (RFC 9110 section 12.5.1). */
public final class Accept {
    private Accept() {}

    /**
     * The form that the client likes best; of equals the one that it names more exactly, then the one offered first. A
     * client that does not say gets the first.
     *
     * @param offered media types without parameters, at least one
     */
    public static String choose(Request request, List<String> offered) {
        Optional<String> header = request.header("accept").filter(text -> !text.isBlank());
        if (header.isEmpty()) {
            return offered.getFirst();
        }
        List<Range> ranges = ranges(header.get());
        return offered.stream()
                .map(media -> new Choice(media, best(media, ranges)))
                .filter(choice -> choice.range().quality() > 0)
                .max(Comparator.comparingDouble(
                                (Choice choice) -> choice.range().quality())
                        .thenComparingInt(choice -> choice.range().exactness())
                        .thenComparingInt(choice -> -offered.indexOf(choice.media())))
                .map(Choice::media)
                .orElseThrow(() -> new Refused(Problems.notAcceptable(offered)));
    }

    private static Range best(String media, List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.covers(media))
                .max(Comparator.comparingInt(Range::exactness))
                .orElse(Range.NONE);
    }

    private static List<Range> ranges(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : header.split(",")) {
            String[] words = part.split(";");
            ranges.add(new Range(words[0].strip().toLowerCase(Locale.ROOT), quality(words)));
        }
        return ranges;
    }

    private static double quality(String[] words) {
        for (int i = 1; i < words.length; i++) {
            String word = words[i].strip().toLowerCase(Locale.ROOT);
            if (word.matches("q=[01](\\.\\d{0,3})?")) {
                return Math.min(1, Double.parseDouble(word.substring(2)));
            }
        }
        return 1;
    }

    private record Choice(String media, Range range) {}

    /** A media type, or a range of them such as {@code text/*}. */
    private record Range(String media, double quality) {
        static final Range NONE = new Range("", 0);

        boolean covers(String type) {
            return media.equals("*/*")
                    || media.equals(type)
                    || (media.endsWith("/*") && type.startsWith(media.substring(0, media.length() - 1)));
        }

        int exactness() {
            return media.equals("*/*") ? 0 : media.endsWith("/*") ? 1 : 2;
        }
    }
}
