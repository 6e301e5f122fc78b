package dev.assistant.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CodeGroupsTest {
    private static final int LINES = 1_000;
    private static final SourceFile LONG =
            new SourceFile("long.py", Language.PYTHON, "value = compute(first, second, third)\n".repeat(LINES));

    @Test
    void a_file_that_fits_is_never_cut() {
        SourceFile small = new SourceFile("a.py", Language.PYTHON, "x = 1\ny = 2\n");

        assertThat(CodeGroups.of(List.of(small), every(1))).containsExactly(List.of(Stretch.whole(small)));
    }

    @Test
    void a_long_file_is_cut_where_functions_begin_and_nothing_is_read_twice() {
        List<Stretch> stretches = cut(every(100));

        assertThat(stretches).hasSizeGreaterThan(1);
        assertThat(stretches).extracting(Stretch::first).allMatch(first -> first % 100 == 1);
        assertThat(linesOf(stretches))
                .isEqualTo(IntStream.rangeClosed(1, LINES).boxed().toList());
    }

    @Test
    void within_a_function_that_is_too_long_stretches_overlap() {
        List<Stretch> stretches = cut(CutPoints.NONE);

        assertThat(stretches).hasSizeGreaterThan(1);
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).first()).isEqualTo(stretches.get(i - 1).last() - 9);
        }
        assertThat(new TreeSet<>(linesOf(stretches))).hasSize(LINES);
    }

    @Test
    void a_head_ends_between_functions_and_holds_no_more_than_it_may() {
        Stretch head = Stretch.whole(LONG).head(5_000, every(100).of(LONG)).orElseThrow();

        assertThat(head.last()).isEqualTo(100);
        assertThat(head.text()).hasSizeLessThanOrEqualTo(5_000).endsWith("\n");
        assertThat(Stretch.whole(LONG).head(10, Collections.emptyNavigableSet()))
                .isEmpty();
    }

    private static List<Stretch> cut(CutPoints points) {
        return CodeGroups.of(List.of(LONG), points).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Integer> linesOf(List<Stretch> stretches) {
        return stretches.stream()
                .flatMap(stretch ->
                        IntStream.rangeClosed(stretch.first(), stretch.last()).boxed())
                .toList();
    }

    /** A function begins at the first line and every so many lines after it. */
    private static CutPoints every(int lines) {
        return file -> {
            NavigableSet<Integer> beginnings = new TreeSet<>();
            for (int line = 1; line <= LINES; line += lines) {
                beginnings.add(line);
            }
            return beginnings;
        };
    }
}
