package dev.assistant.runtime.analysis.engine;

import dev.assistant.review.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Code in which data does harm, with what is wrong with it, and the same without the harm.
 *
 * @param bad a comment with the word {@code source} stands where the data comes in, one with {@code sink} where it does harm
 */
record FlowSample(String name, Language language, String cwe, String bad, String good) {
    /** Those of a language, from its file of samples. */
    static List<FlowSample> of(Language language) {
        return Arrays.stream(text(language.id() + "-flows.txt").split("(?m)^=== "))
                .filter(sample -> !sample.isBlank())
                .map(sample -> parse(language, sample))
                .toList();
    }

    private static FlowSample parse(Language language, String sample) {
        int title = sample.indexOf('\n');
        String[] code = sample.substring(title + 1).split("(?m)^--- good\n");
        return new FlowSample(
                sample.substring(0, title), language, sample.substring(0, sample.indexOf(' ')), code[0], code[1]);
    }

    private static String text(String file) {
        try (InputStream in = FlowSample.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The line, from 1, whose comment has the word. */
    int line(String word) {
        List<String> lines = bad.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).matches(".*(#|//) [a-z ]*\\b" + word + "\\b.*"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return language.id() + ": " + name;
    }
}
