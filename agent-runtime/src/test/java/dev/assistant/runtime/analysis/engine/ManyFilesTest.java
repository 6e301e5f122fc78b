package dev.assistant.runtime.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Submissions of which several threads each run a share of the files. */
@Timeout(120)
class ManyFilesTest {
    private static final int FILES = 600;

    private static List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        files.add(new SourceFile("a_page.py", Language.PYTHON, """
                from flask import request
                from z_store import find

                def page(cursor):
                    return find(cursor, request.args["name"])
                """));
        IntStream.range(0, FILES)
                .mapToObj(i -> new SourceFile("m%03d.py".formatted(i), Language.PYTHON, """
                        def f%1$d(x):
                            return x + %1$d
                        """.formatted(i)))
                .forEach(files::add);
        files.add(new SourceFile("z_store.py", Language.PYTHON, """
                import os

                def find(cursor, name):
                    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")

                def remove(path):
                    os.system("rm " + path)
                """));
        return files;
    }

    @Test
    void data_is_followed_into_files_that_another_thread_runs() throws Exception {
        AtomicInteger done = new AtomicInteger();
        List<Evidence> evidence;
        try (SourceCodeEngine engine = new SourceCodeEngine(SyntaxParser.Limits.usual())) {
            evidence = engine.analyse(files(), done::incrementAndGet).evidence();
        }

        assertThat(done).hasValue(FILES + 2);
        assertThat(evidence)
                .extracting(Evidence::path, report -> report.range().startLine(), Evidence::severity)
                .containsExactlyInAnyOrder(
                        tuple("z_store.py", 4, Severity.CRITICAL), tuple("z_store.py", 7, Severity.HIGH));
        assertThat(evidence.getFirst().related())
                .extracting(RelatedLocation::path)
                .contains("a_page.py");
    }
}
