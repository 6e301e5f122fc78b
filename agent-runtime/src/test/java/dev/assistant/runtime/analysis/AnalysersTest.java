package dev.assistant.runtime.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysersTest {
    @TempDir
    private static Path temporary;

    private final List<AnalysisEngine> analysers = Analysers.open(Path.of("target", "analysers"), temporary);

    @AfterEach
    void close() {
        analysers.forEach(AnalysisEngine::close);
    }

    @Test
    void find_an_sql_injection_and_a_password_in_a_typical_page() throws Exception {
        SourceFile file = new SourceFile("app/db.py", Language.PYTHON, """
                import sqlite3

                import psycopg2
                from flask import Flask, request

                app = Flask(__name__)
                DB_PASSWORD = "hunter2-S3cr3t!"


                @app.route("/user")
                def user():
                    connection = psycopg2.connect(host="db", user="app", password=DB_PASSWORD)
                    cursor = connection.cursor()
                    cursor.execute("SELECT * FROM users WHERE id = '" + request.args["id"] + "'")
                    return cursor.fetchone()


                def by_name(name):
                    with sqlite3.connect("app.db") as connection:
                        return connection.execute(f"SELECT * FROM users WHERE name = '{name}'").fetchone()


                def by_age(age):
                    with sqlite3.connect("app.db") as connection:
                        return connection.execute("SELECT * FROM users WHERE age = ?", (age,)).fetchone()
                """);

        List<Evidence> evidence = new ArrayList<>();
        for (AnalysisEngine analyser : analysers) {
            evidence.addAll(analyser.analyse(List.of(file)).evidence());
        }

        assertThat(lines(evidence, "CWE-89")).containsExactly(14, 20);
        assertThat(lines(evidence, "CWE-798")).contains(7);
    }

    @Test
    void look_at_every_language_at_least_for_secrets_and_into_many_of_them() {
        for (Language language : Language.values()) {
            assertThat(analysers).as(language.title()).anyMatch(analyser -> analyser.reach(language) != Reach.NONE);
        }
        assertThat(Arrays.stream(Language.values()).filter(this::hasRules))
                .containsExactlyInAnyOrder(
                        Language.PYTHON,
                        Language.JAVA,
                        Language.JAVASCRIPT,
                        Language.TYPESCRIPT,
                        Language.PHP,
                        Language.CSHARP,
                        Language.KOTLIN,
                        Language.C,
                        Language.CPP,
                        Language.RUBY,
                        Language.HTML,
                        Language.CSS,
                        Language.GO,
                        Language.XML);
    }

    private boolean hasRules(Language language) {
        return analysers.stream().anyMatch(analyser -> analyser.reach(language) == Reach.RULES);
    }

    private static List<Integer> lines(List<Evidence> evidence, String cwe) {
        return evidence.stream()
                .filter(found -> found.cwe().contains(cwe))
                .map(found -> found.range().startLine())
                .distinct()
                .sorted()
                .toList();
    }
}
