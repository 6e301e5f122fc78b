package dev.assistant.runtime.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instructions that ship with the product: a text file with a version in its name, in which places to fill are written as
 * {@code {{name}}}. Immutable.
 *
 * @param name such as {@code code_analyzer.v1}
 */
public record Prompt(String name, String text) {
    private static final String FOLDER = "/dev/assistant/definition/prompts/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    /** @throws IllegalArgumentException when there is no such file in the product */
    public static Prompt read(String name) {
        try (InputStream file = Prompt.class.getResourceAsStream(FOLDER + name + ".md")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no prompt " + FOLDER + name + ".md");
            }
            return new Prompt(name, new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** See {@link Identity}. */
    public String identity() {
        return Identity.of(name, text);
    }

    /**
     * The text with its places filled. What is filled in is not searched for places.
     *
     * @throws IllegalArgumentException when a place has no value, or a value no place
     */
    public String fill(Map<String, String> values) {
        Set<String> filled = new HashSet<>();
        String result = PLACE.matcher(text).replaceAll(place -> {
            filled.add(place.group(1));
            return Matcher.quoteReplacement(value(place, values));
        });
        if (!filled.equals(values.keySet())) {
            throw new IllegalArgumentException(name + " has places for " + filled + ", not for " + values.keySet());
        }
        return result;
    }

    private String value(MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalArgumentException(name + " needs " + place.group(1));
        }
        return value;
    }
}
