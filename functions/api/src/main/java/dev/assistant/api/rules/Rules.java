package dev.assistant.api.rules;

import dev.assistant.page.Cursor;
import dev.assistant.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The rules, read when somebody first asks for them. Immutable. */
public final class Rules {
    private static final UUID NOBODY = new UUID(0, 0);

    /** In a holder, so that a start does not read them. */
    private static final class Shipped {
        static final List<RuleDocument> RULES = read();

        private static List<RuleDocument> read() {
            try (InputStream in =
                    Objects.requireNonNull(Rules.class.getResourceAsStream("rules.json"), "rules.json is missing")) {
                return JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build()
                        .readValue(in, new TypeReference<List<RuleDocument>>() {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What a list is limited to. */
    record Filter(Optional<String> language, Optional<String> cwe, Optional<String> text) {
        private boolean fits(RuleDocument rule) {
            return language.map(rule.language()::equals).orElse(true)
                    && cwe.map(rule.cwe()::contains).orElse(true)
                    && text.map(wanted -> mentions(rule, wanted.toLowerCase(Locale.ROOT)))
                            .orElse(true);
        }

        private static boolean mentions(RuleDocument rule, String wanted) {
            return Stream.of(rule.id(), rule.title(), rule.why(), rule.fix())
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
        }
    }

    /** A page in the order of ids. */
    Page<RuleDocument> list(Filter filter, int limit, Optional<Cursor> cursor) {
        String after = cursor.map(Cursor::name).orElse("");
        List<RuleDocument> found = Shipped.RULES.stream()
                .filter(rule -> rule.id().compareTo(after) > 0)
                .filter(filter::fits)
                .limit(limit + 1L)
                .toList();
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<RuleDocument> items = found.subList(0, limit);
        return new Page<>(
                items,
                Optional.of(new Cursor(Instant.EPOCH, NOBODY, items.getLast().id())));
    }

    /** The rule with this path. */
    Optional<RuleDocument> atPath(String path) {
        return Shipped.RULES.stream()
                .filter(rule -> path(rule.id()).equals(path))
                .findFirst();
    }

    /** Where a rule is described, below {@code /rules/} of the API and the web application; empty for an unknown id. */
    public Optional<String> page(String id) {
        return withId(id).map(rule -> path(rule.id()));
    }

    /** What a rule looks for, in a few words; empty for an unknown id. */
    public Optional<String> title(String id) {
        return withId(id).map(RuleDocument::title);
    }

    private static Optional<RuleDocument> withId(String id) {
        return Shipped.RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Ids of embedded analysers have a colon where ours have a slash. */
    private static String path(String id) {
        return id.replace(':', '/');
    }
}
