package dev.assistant.runtime.codebase.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.outline.Outline;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    @Test
    void a_file_is_cut_at_its_functions_and_types_and_each_knows_what_it_stands_in() {
        List<Chunk> chunks = chunks("shop.py", Language.PYTHON, """
                import os

                RATES = {"standard": 19, "reduced": 7, "none": 0}

                class Shop:
                    '''Sells things.'''

                    # What it costs.
                    @cached
                    def price(self, item):
                        return item.price

                    def close(self):
                        self.is_open = False

                def helper(value):
                    return value
                """);

        assertThat(chunks.stream()
                        .map(chunk -> "%s %s %d-%d|%s"
                                .formatted(
                                        chunk.kind(),
                                        chunk.name(),
                                        chunk.firstLine(),
                                        chunk.lastLine(),
                                        chunk.context())))
                .containsExactly(
                        "module  1-3|",
                        "type Shop 5-6|",
                        "function Shop.price 8-11|Shop",
                        "function Shop.close 13-14|Shop",
                        "function helper 16-17|");
        assertThat(chunks.get(2).text()).startsWith("Shop\n    # What it costs.");
    }

    @Test
    void a_long_function_is_cut_between_statements_and_each_piece_carries_its_signature() {
        String body = IntStream.range(0, 60)
                .mapToObj(i -> "    if value > %d:\n        total = total + weigh(value, %d)\n".formatted(i, i))
                .collect(Collectors.joining());

        List<Chunk> chunks = chunks("long.py", Language.PYTHON, "def weigh_all(value):\n    total = 0\n" + body);

        assertThat(chunks).hasSizeGreaterThan(3).allSatisfy(chunk -> {
            assertThat(chunk.text().length()).isLessThanOrEqualTo(Chunker.CHARACTERS + 20);
            assertThat(chunk.name()).isEqualTo("weigh_all");
        });
        assertThat(chunks.stream().skip(1)).allSatisfy(chunk -> {
            assertThat(chunk.context()).isEqualTo("def weigh_all(value):");
            assertThat(chunk.code()).startsWith("    if value >");
        });
    }

    @Test
    void every_line_of_code_is_in_one_chunk_only() {
        String code = IntStream.range(0, 200)
                .mapToObj(i -> i % 9 == 0
                        ? "func f%d(a int) int {".formatted(i)
                        : i % 9 == 8 ? "}\n" : "\tstatement(%d)".formatted(i))
                .collect(Collectors.joining("\n", "package a\n", "\n"));

        List<Chunk> chunks = chunks("a.go", Language.GO, code);

        assertThat(chunks.stream()
                        .flatMap(chunk -> IntStream.rangeClosed(chunk.firstLine(), chunk.lastLine())
                                .boxed()))
                .doesNotHaveDuplicates();
        assertThat(chunks.stream().map(Chunk::code).collect(Collectors.joining("\n")))
                .contains(IntStream.range(0, 200)
                        .filter(i -> i % 9 != 0 && i % 9 != 8)
                        .mapToObj("statement(%d)"::formatted)
                        .toArray(String[]::new));
    }

    @Test
    void text_without_a_grammar_is_cut_at_empty_lines() {
        String paragraph = "One sentence after the other, until it is a paragraph of some length.\n".repeat(8);

        List<Chunk> chunks = chunks("a.md", Language.MARKDOWN, paragraph + "\n" + paragraph + "\n" + paragraph);

        assertThat(chunks).extracting(Chunk::firstLine).containsExactly(1, 10, 19);
        assertThat(chunks).allMatch(chunk -> chunk.kind().equals("text"));
    }

    @Test
    void nothing_comes_of_nothing_and_a_line_without_end_is_cut_off() {
        assertThat(chunks("a.py", Language.PYTHON, "")).isEmpty();
        assertThat(chunks("a.py", Language.PYTHON, "# only a comment, and a long one at that\nimport os\n"))
                .isEmpty();
        assertThat(chunks("a.sql", Language.SQL, "select 1 " + "x".repeat(100_000)))
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.code()).hasSizeLessThan(2_100));
    }

    private static List<Chunk> chunks(String path, Language language, String code) {
        SourceFile file = new SourceFile(path, language, code);
        return new Chunker().chunks(file, Outline.of(file));
    }
}
