package dev.assistant.review;

import static dev.assistant.review.Reports.at;
import static dev.assistant.review.Reports.python;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StorableEvidenceTest {
    private static final String RANDOM = "x8Kq2LmZ0pVt7RyW" + "3cNd5BfH9gJs1QeU4aTo";

    private static final SourceFile FILE =
            python("a.py", "import db", "db.connect('sa', 'hunter2')", "token = 'ghp_" + RANDOM + "'");
    private static final Evidence SECRET = at("a.py", 2)
            .cwe("CWE-798")
            .message("\"hunter2\" looks like a password")
            .fix("password = load('hunter2')")
            .evidence();
    private static final Evidence NEIGHBOUR = at("a.py", 3)
            .engine("patterns")
            .rule("python/x")
            .message("connect('sa', 'hunter2') and ghp_" + RANDOM)
            .evidence();

    @Test
    void no_secret_of_the_code_is_in_the_words_of_any_report() {
        List<Evidence> stored = StorableEvidence.of(FILE, List.of(SECRET, NEIGHBOUR));

        assertThat(stored.toString()).doesNotContain("hunter2", RANDOM).contains("****");
        assertThat(stored)
                .flatExtracting(report -> report.fix().stream().toList())
                .isEmpty();
    }

    @Test
    void the_findings_are_the_same_as_of_the_reports_themselves() {
        List<Evidence> reports =
                List.of(SECRET, at("a.py", 3).fix("token = env('TOKEN')").evidence());

        assertThat(MergeEvidence.merge(List.of(FILE), StorableEvidence.of(FILE, reports)))
                .isEqualTo(MergeEvidence.merge(List.of(FILE), reports));
    }

    @Test
    void reports_without_secrets_stay_as_they_are() {
        List<Evidence> reports =
                List.of(at("a.py", 1).fix("import sqlite3").step(1).evidence());

        assertThat(StorableEvidence.of(FILE, reports)).isEqualTo(reports);
    }
}
