package dev.assistant.runtime.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.identity.UserId;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Units;
import dev.assistant.review.Units.Reason;
import dev.assistant.review.Units.SetAside;
import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.repository.ChangedLines;
import dev.assistant.runtime.repository.ChangedLines.Lines;
import dev.assistant.runtime.repository.FetchedRepository;
import dev.assistant.runtime.source.Obtained;
import dev.assistant.testkit.ReviewRequestBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReadingTest {
    private static final String FUNCTION = "def f():\n%s    return 1\n\n".formatted("    work(1)\n".repeat(20));
    private static final SourceFile LONG = new SourceFile(
            "long.py", Language.PYTHON, FUNCTION.repeat(Units.MOST_CHARACTERS_AT_ONCE / FUNCTION.length() + 10));
    private static final SourceFile FIRST = new SourceFile("first.py", Language.PYTHON, "y = 1\n");
    private static final SourceFile SMALL = new SourceFile("small.py", Language.PYTHON, "x = 1\n");

    @Test
    void a_file_that_is_too_long_is_read_to_the_end_of_a_function_and_that_is_said() {
        Reading reading = Reading.of(obtained(List.of(), LONG, SMALL));

        assertThat(reading.files()).containsExactly(SMALL, LONG);
        String part = reading.material().getLast().text();
        assertThat(part.strip()).endsWith("return 1");
        assertThat(reading.material().stream().mapToInt(each -> each.text().length()))
                .allMatch(length -> length <= Units.MOST_CHARACTERS_AT_ONCE);
        assertThat(reading.notes())
                .singleElement()
                .asString()
                .startsWith("Of long.py, only lines 1 to %,d of "
                        .formatted(part.lines().count()));
    }

    @Test
    void what_there_is_no_room_for_is_named() {
        SourceFile other = new SourceFile("other.py", Language.PYTHON, LONG.content());

        Reading reading = Reading.of(obtained(List.of(), LONG, other));

        assertThat(reading.material()).extracting(Material::name).hasSize(1);
        assertThat(reading.notes()).contains("other.py was not read: there is more code than a model takes at once.");
    }

    @Test
    void many_files_that_were_set_aside_are_counted_and_not_listed() {
        List<SetAside> thousand = IntStream.range(0, 1_000)
                .mapToObj(n -> new SetAside(
                        new SourceFile("node_modules/f%03d.js".formatted(n), Language.JAVASCRIPT, ""),
                        Reason.THIRD_PARTY,
                        ""))
                .toList();

        assertThat(Reading.of(obtained(thousand, SMALL)).notes())
                .containsExactly(
                        "1,000 files (node_modules/f000.js, node_modules/f001.js, node_modules/f002.js, …) were not read: third-party code.");
    }

    @Test
    void what_a_pull_request_changes_is_read_first_and_told_and_that_is_said() {
        ChangedLines changed =
                new ChangedLines(Map.of("small.py", List.of(new Lines(1, 1)), "removed.py", List.of(new Lines(2, 3))));

        Reading reading = Reading.of(obtained(
                List.of(),
                Optional.of(new FetchedRepository("0".repeat(40), List.of(), Optional.of(changed))),
                FIRST,
                SMALL));

        assertThat(reading.files()).containsExactly(SMALL, FIRST);
        assertThat(reading.material())
                .extracting(Material::name, Material::text)
                .containsExactly(
                        tuple("small.py", SMALL.content()),
                        tuple("lines that the pull request changes", "small.py: 1"),
                        tuple("first.py", FIRST.content()));
        assertThat(reading.notes())
                .containsExactly("The files that the pull request changes were read before the others.");
    }

    private static Obtained obtained(List<SetAside> setAside, SourceFile first, SourceFile... more) {
        return obtained(setAside, Optional.empty(), first, more);
    }

    private static Obtained obtained(
            List<SetAside> setAside, Optional<FetchedRepository> repository, SourceFile first, SourceFile... more) {
        return new Obtained(
                ReviewRequestBuilder.aReviewOf(new UserId(UUID.randomUUID()))
                        .withFiles(first, more)
                        .build(),
                setAside,
                repository);
    }
}
