package dev.assistant.review;

import static dev.assistant.review.Reports.at;
import static dev.assistant.review.Reports.python;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.MergeEvidence.Merged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeEvidenceTest {
    private static final SourceFile FILE = python(
            "app/db.py",
            "def find(name):",
            "    query = 'select * from users where name = ' + name",
            "    return run(query)",
            "a = hashlib.md5(x)",
            "b = hashlib.md5(y)",
            "b = hashlib.md5(y)");

    private static Merged merge(Reports... reports) {
        return MergeEvidence.merge(
                List.of(FILE), Stream.of(reports).map(Reports::evidence).toList());
    }

    @Test
    void joins_what_two_analysers_say_about_one_weakness_led_by_the_surer() {
        Reports sure = at("app/db.py", 3)
                .engine("flow")
                .rule("flow:sql")
                .cwe("CWE-89")
                .confidence(0.9)
                .step(2);
        Reports unsure = at("app/db.py", 2)
                .cwe("CWE-20", "CWE-564")
                .severity(Severity.MEDIUM)
                .confidence(0.4);
        List<Finding> findings = merge(unsure, sure).findings();
        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.sources()).containsExactly("flow", "sonar");
        assertThat(finding.ruleId()).isEqualTo("flow:sql");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.confidence()).isEqualTo(0.9);
        assertThat(finding.cwe()).containsExactly("CWE-89", "CWE-20", "CWE-564");
        assertThat(finding.shelf()).isEqualTo(Shelf.TOOL_CONFIRMED);
    }

    @Test
    void joins_a_call_and_its_argument_on_the_next_line() {
        SourceFile file = python("a.py", "cursor.execute(", "    'select ' + name,", "    'x')", "y = 1");
        Evidence call = at("a.py", 1).cwe("CWE-89").evidence();
        for (int line = 2; line <= 3; line++) {
            Evidence argument = at("a.py", line).engine("flow").cwe("CWE-89").evidence();
            assertThat(MergeEvidence.merge(List.of(file), List.of(call, argument))
                            .findings())
                    .hasSize(1);
        }
    }

    @Test
    void keeps_secrets_on_neighbouring_lines_apart() {
        SourceFile file = python("a.py", "password = 'hunter2'", "token = 'q7Zp2Lm9Xc4Vb8Nn1Rt6'");
        Evidence password = at("a.py", 1).cwe("CWE-798").evidence();
        Evidence token = at("a.py", 2).engine("secrets").cwe("CWE-798").evidence();
        assertThat(MergeEvidence.merge(List.of(file), List.of(password, token)).findings())
                .hasSize(2);
    }

    @Test
    void joins_two_analysers_on_one_range_and_category() {
        assertThat(merge(at("app/db.py", 2), at("app/db.py", 2).engine("other").rule("other:1"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void keeps_different_problems_on_one_line_apart() {
        assertThat(merge(at("app/db.py", 2), at("app/db.py", 2).rule("python:S2"))
                        .findings())
                .hasSize(2);
        assertThat(merge(at("app/db.py", 2), at("app/db.py", 2).engine("other").category(Category.STYLE))
                        .findings())
                .hasSize(2);
        assertThat(merge(
                                at("app/db.py", 2).cwe("CWE-20", "CWE-89"),
                                at("app/db.py", 3).engine("other").cwe("CWE-20", "CWE-79"))
                        .findings())
                .as("sharing only a general weakness")
                .hasSize(2);
    }

    @Test
    void keeps_one_rule_on_neighbouring_lines_apart_and_pairs_each_with_its_nearest() {
        List<Finding> findings = merge(
                        at("app/db.py", 4).cwe("CWE-327"),
                        at("app/db.py", 5).cwe("CWE-327"),
                        at("app/db.py", 5).engine("other").cwe("CWE-328").confidence(0.5),
                        at("app/db.py", 4).engine("other").cwe("CWE-328").confidence(0.5))
                .findings();
        assertThat(findings)
                .extracting(finding -> finding.range().orElseThrow().startLine())
                .containsExactly(4, 5);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.sources()).containsExactly("sonar", "other"));
    }

    @Test
    void keeps_one_rule_at_two_places_of_one_line_apart() {
        assertThat(merge(
                                at("app/db.py", 2)
                                        .range(new TextRange(2, 1, 2, 5))
                                        .cwe("CWE-89"),
                                at("app/db.py", 2)
                                        .range(new TextRange(2, 7, 2, 9))
                                        .cwe("CWE-89"))
                        .findings())
                .hasSize(2);
    }

    @Test
    void does_not_join_a_weakness_three_lines_away() {
        assertThat(merge(
                                at("app/db.py", 1).cwe("CWE-89"),
                                at("app/db.py", 4).engine("other").cwe("CWE-89").step(1))
                        .findings())
                .hasSize(2);
    }

    @Test
    void says_a_thing_once_that_is_reported_twice() {
        assertThat(merge(at("app/db.py", 2), at("app/db.py", 2)).findings()).hasSize(1);
    }

    @Test
    void gives_the_same_findings_whatever_the_order_of_the_reports() {
        List<Evidence> reports = new ArrayList<>(Stream.of(
                        at("app/db.py", 2).cwe("CWE-89"),
                        at("app/db.py", 2).engine("other").cwe("CWE-89"),
                        at("app/db.py", 3).engine("third").cwe("CWE-564"),
                        at("app/db.py", 4).cwe("CWE-327"),
                        at("app/db.py", 5).cwe("CWE-327"),
                        at("app/db.py", 6).cwe("CWE-327"))
                .map(Reports::evidence)
                .toList());
        Merged first = MergeEvidence.merge(List.of(FILE), reports);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(reports, random);
            assertThat(MergeEvidence.merge(List.of(FILE), reports)).isEqualTo(first);
        }
    }

    @Test
    void orders_findings_by_severity_then_path_then_line() {
        SourceFile other = python("a.py", "x = 1", "y = 2");
        List<Finding> findings = MergeEvidence.merge(
                        List.of(FILE, other),
                        Stream.of(
                                        at("app/db.py", 3).severity(Severity.LOW),
                                        at("app/db.py", 2).severity(Severity.CRITICAL),
                                        at("a.py", 2).severity(Severity.LOW),
                                        at("a.py", 1).severity(Severity.LOW))
                                .map(Reports::evidence)
                                .toList())
                .findings();
        assertThat(findings)
                .extracting(finding ->
                        finding.path() + finding.range().orElseThrow().startLine())
                .containsExactly("app/db.py2", "a.py1", "a.py2", "app/db.py3");
    }

    @Test
    void gives_every_finding_of_a_job_its_own_id_also_on_equal_lines() {
        List<Finding> findings = merge(
                        at("app/db.py", 5).cwe("CWE-327"), at("app/db.py", 6).cwe("CWE-327"))
                .findings();
        assertThat(findings).extracting(Finding::quote).containsOnly("b = hashlib.md5(y)");
        assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(findings).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void keeps_the_fingerprint_when_code_moves_or_is_indented_anew() {
        Finding before = at("app/db.py", 2).finding("import os", "os.system(cmd)");
        Finding after = at("app/db.py", 5).finding("import os", "", "# moved", "if cmd:", "\tos.system( cmd )\r");
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    }

    @Test
    void keeps_the_fingerprint_when_another_analyser_leads() {
        Finding one = at("a.py", 1).cwe("CWE-78").finding("os.system(cmd)");
        Finding other = at("a.py", 1)
                .engine("flow")
                .rule("flow:os")
                .cwe("CWE-77", "CWE-20")
                .finding("os.system(cmd)");
        assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
    }

    @Test
    void changes_the_fingerprint_with_the_code_the_file_and_the_problem() {
        String before = at("a.py", 1).cwe("CWE-78").finding("os.system(cmd)").fingerprint();
        assertThat(at("a.py", 1).cwe("CWE-78").finding("os.system(other)").fingerprint())
                .isNotEqualTo(before);
        assertThat(at("b.py", 1).cwe("CWE-78").finding("os.system(cmd)").fingerprint())
                .isNotEqualTo(before);
        assertThat(at("a.py", 1).cwe("CWE-79").finding("os.system(cmd)").fingerprint())
                .isNotEqualTo(before);
    }

    @Test
    void quotes_the_lines_of_the_range() {
        TextRange twoLines = new TextRange(2, 5, 3, 10);
        assertThat(at("a.py", 2)
                        .range(twoLines)
                        .finding("one", "  two", "three\t", "four")
                        .quote())
                .isEqualTo("  two\nthree\t");
    }

    @Test
    void cuts_a_range_to_the_file_and_keeps_a_finding_whose_range_is_outside_as_one_about_the_file() {
        assertThat(at("a.py", 1)
                        .range(new TextRange(1, 2, 9, 9))
                        .finding("abc", "de")
                        .range())
                .contains(new TextRange(1, 2, 2, 3));
        Finding lost = at("a.py", 40).finding("abc");
        assertThat(lost.range()).isEmpty();
        assertThat(lost.quote()).isEmpty();
    }

    @Test
    void drops_and_counts_reports_about_files_that_nobody_submitted() {
        Merged merged = merge(at("app/db.py", 2), at("other.py", 1));
        assertThat(merged.findings()).hasSize(1);
        assertThat(merged.dropped()).isEqualTo(1);
    }

    @Test
    void shows_no_secret_in_quote_message_or_fix() {
        Evidence report = at("a.py", 2)
                .cwe("CWE-798")
                .range(new TextRange(2, 1, 2, 28))
                .message("\"hunter2\" looks like a password")
                .fix("password = load('hunter2')")
                .evidence();
        SourceFile file = python("a.py", "import db", "db.connect('sa', 'hunter2')");
        Merged merged = MergeEvidence.merge(List.of(file), List.of(report));
        Finding finding = merged.findings().getFirst();
        assertThat(finding.toString()).doesNotContain("hunter2");
        assertThat(finding.message()).isEqualTo("\"****\" looks like a password");
        assertThat(finding.fix()).as("a masked fix would not run").isEmpty();
    }

    @Test
    void offers_a_fix_only_when_it_lies_in_the_file() {
        Reports report = at("a.py", 1).range(new TextRange(1, 1, 1, 4));
        assertThat(report.fix("def").finding("abc").fix()).map(Fix::replacement).contains("def");
        assertThat(report.fix("def").finding("ab").fix()).isEmpty();
    }

    @Test
    void masks_a_token_beside_an_unrelated_finding_and_counts_it_once_per_file() {
        String line = "os.system(cmd + ' --token ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'" + ")";
        Merged merged = MergeEvidence.merge(
                List.of(python("a.py", line, line), python("b.py", line)),
                List.of(
                        at("a.py", 1).evidence(),
                        at("a.py", 2).evidence(),
                        at("b.py", 1).evidence()));
        assertThat(merged.findings())
                .allSatisfy(finding -> assertThat(finding.quote()).isEqualTo("os.system(cmd + ' --token ghp_****')"));
        assertThat(merged.secretsMasked()).isEqualTo(2);
    }

    @Test
    void shortens_what_it_quotes_of_very_long_lines() {
        assertThat(at("a.py", 1).finding("x = 1 + " + "y + ".repeat(50_000)).quote())
                .hasSize(301);
    }

    @Test
    void merges_ten_thousand_reports_about_one_file_in_reasonable_time() {
        SourceFile big = python("a.py", "md5(x)\n".repeat(10_000).split("\n"));
        List<Evidence> reports = new ArrayList<>();
        for (int line = 1; line <= 10_000; line++) {
            reports.add(at("a.py", line).cwe("CWE-327").evidence());
        }
        assertThat(MergeEvidence.merge(List.of(big), reports).findings()).hasSize(10_000);
    }
}
