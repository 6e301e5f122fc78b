package dev.assistant.review;

import java.util.function.Function;
import java.util.stream.Collectors;

/** How random a text looks (Shannon, 1948). */
final class Entropy {
    private Entropy() {}

    /** Bits for each character, case included; English words come to about 2.5 at twenty characters, random ones to over 3.6. */
    static double bitsPerCharacter(String value) {
        return value
                .chars()
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(count -> (double) count / value.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
