package dev.assistant.runtime.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static SourceFile file(String path, int length) {
        Language language = path.endsWith(".py")
                ? Language.PYTHON
                : path.endsWith(".ts") ? Language.TYPESCRIPT : Language.JAVASCRIPT;
        return new SourceFile(path, language, "x".repeat(length));
    }

    private static List<List<String>> parts(int characters, SourceFile... files) {
        return new Parts(characters)
                .of(List.of(files)).stream()
                        .map(part -> part.stream().map(SourceFile::path).toList())
                        .toList();
    }

    @Test
    void what_fits_stays_together_in_the_order_in_which_it_came() {
        assertThat(parts(30, file("b.py", 10), file("a.js", 10), file("a.py", 10)))
                .containsExactly(List.of("b.py", "a.js", "a.py"));
    }

    @Test
    void what_does_not_is_divided_by_program_and_then_by_folder() {
        assertThat(parts(
                        25,
                        file("web/b.ts", 10),
                        file("api/x.py", 10),
                        file("web/a.js", 10),
                        file("api/y.py", 10),
                        file("lib/z.py", 10)))
                .containsExactly(List.of("web/a.js", "web/b.ts"), List.of("api/x.py", "api/y.py"), List.of("lib/z.py"));
    }

    @Test
    void a_file_that_is_too_long_by_itself_is_a_part() {
        assertThat(parts(15, file("a.py", 40), file("b.py", 10))).containsExactly(List.of("a.py"), List.of("b.py"));
    }

    @Test
    void nothing_has_no_parts() {
        assertThat(parts(15)).isEmpty();
    }
}
