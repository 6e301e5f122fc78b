package dev.assistant.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Finding KNOWN = finding("known", Severity.HIGH, 2, "sonar");
    private static final Finding SAME = finding("same", Severity.CRITICAL, 2, "security_auditor");
    private static final Finding OTHER = finding("other", Severity.LOW, 9, "code_analyzer");

    @Test
    void who_confirms_a_finding_is_among_its_sources_and_who_holds_it_wrong_is_not() {
        List<Finding> joined = Agreement.join(
                List.of(KNOWN),
                List.of(),
                List.of(
                        says("code_analyzer", "known", Severity.HIGH),
                        new Opinion("security_auditor", "known", Optional.empty(), "It is a constant.")));

        assertThat(joined).hasSize(1);
        assertThat(joined.getFirst().sources()).containsExactly("sonar", "code_analyzer");
        assertThat(joined.getFirst().disagreements())
                .containsExactly(new Disagreement("security_auditor", "It is a constant.", Optional.empty()));
        assertThat(joined.getFirst().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void another_severity_for_the_same_problem_is_a_disagreement_of_whoever_gives_it() {
        List<Finding> joined = Agreement.join(
                List.of(KNOWN), List.of(SAME, OTHER), List.of(says("security_auditor", "same", Severity.CRITICAL)));

        assertThat(joined).hasSize(2);
        assertThat(joined.getFirst().sources()).containsExactly("sonar", "security_auditor");
        assertThat(joined.getFirst().severity()).isEqualTo(Severity.HIGH);
        assertThat(joined.getFirst().disagreements())
                .containsExactly(new Disagreement("security_auditor", "Because.", Optional.of(Severity.CRITICAL)));
        assertThat(joined.getLast()).isEqualTo(OTHER);
    }

    @Test
    void agents_disagree_about_what_only_agents_found() {
        List<Finding> joined = Agreement.join(
                List.of(),
                List.of(OTHER),
                List.of(
                        says("code_analyzer", "other", Severity.LOW),
                        says("security_auditor", "other", Severity.HIGH)));

        assertThat(joined.getFirst().disagreements())
                .extracting(Disagreement::agent)
                .containsExactly("security_auditor");
    }

    private static Opinion says(String agent, String finding, Severity severity) {
        return new Opinion(agent, finding, Optional.of(severity), "Because.");
    }

    private static Finding finding(String id, Severity severity, int line, String source) {
        return new Finding(
                id,
                severity,
                Category.SECURITY,
                "app/db.py",
                Optional.of(new TextRange(line, 5, line, 38)),
                "SQL is put together from a name.",
                Optional.empty(),
                Optional.empty(),
                "python/sql",
                List.of("CWE-89"),
                0.9,
                List.of(source),
                id,
                Shelf.TOOL_CONFIRMED,
                "",
                List.of());
    }
}
