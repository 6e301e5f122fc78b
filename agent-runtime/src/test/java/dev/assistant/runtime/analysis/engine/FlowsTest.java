package dev.assistant.runtime.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FlowsTest {
    static Stream<FlowSample> samples() {
        return Stream.of(Language.PYTHON, Language.JAVA).flatMap(language -> FlowSample.of(language).stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void harm_is_reported_where_it_is_done_with_the_way_from_where_the_data_came_in(FlowSample sample)
            throws Exception {
        List<Evidence> evidence = Engine.evidence(sample.language(), sample.bad()).stream()
                .filter(report -> report.cwe().contains(sample.cwe()))
                .toList();

        assertThat(evidence).extracting(report -> report.range().startLine()).containsExactly(sample.line("sink"));
        List<RelatedLocation> steps = evidence.getFirst().related();
        assertThat(steps).hasSizeGreaterThan(1);
        assertThat(steps.getFirst().range().startLine()).isEqualTo(sample.line("source"));
        assertThat(steps.getLast().range()).isEqualTo(evidence.getFirst().range());
        assertThat(steps).extracting(RelatedLocation::message).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_same_done_right_is_not_reported(FlowSample sample) throws Exception {
        assertThat(Engine.evidence(sample.language(), sample.good()))
                .extracting(Evidence::cwe)
                .noneMatch(cwe -> cwe.contains(sample.cwe()));
    }

    @Test
    void the_steps_follow_the_data_through_variables() throws Exception {
        List<Evidence> evidence = Engine.evidence(Language.PYTHON, """
                import os
                from flask import request

                def ping():
                    host = request.args["host"]
                    command = "ping " + host
                    os.system(command)
                """);

        assertThat(evidence).hasSize(1);
        assertThat(evidence.getFirst().related())
                .extracting(step -> step.range().startLine())
                .contains(5, 6, 7)
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor.execute(\"SELECT * FROM users WHERE name = '\" + name + \"'\")",
                "cursor.execute(\"SELECT * FROM users WHERE name = '%s'\" % name)",
                "cursor.execute(\"SELECT * FROM users WHERE name = '{}'\".format(name))",
                "cursor.execute(f\"SELECT * FROM users WHERE name = '{name}'\")"
            })
    void sql_made_of_a_parameter_of_unknown_callers_is_reported_one_step_milder(String statement) throws Exception {
        List<Evidence> evidence = Engine.evidence(Language.PYTHON, "def find(cursor, name):\n    " + statement + "\n");

        assertThat(evidence).extracting(report -> report.range().startLine()).containsExactly(2);
        assertThat(evidence).extracting(Evidence::severity).containsExactly(Severity.HIGH);
        assertThat(evidence.getFirst().cwe()).containsExactly("CWE-89");
    }

    @Test
    void sql_made_of_a_request_is_critical() throws Exception {
        FlowSample sample = FlowSample.of(Language.PYTHON).getFirst();

        assertThat(Engine.evidence(sample.language(), sample.bad()))
                .extracting(Evidence::severity)
                .containsExactly(Severity.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor.execute('SELECT * FROM users WHERE name = ?', (name,))",
                "cursor.execute('SELECT * FROM ' + TABLE)",
                "cursor.execute(f'SELECT * FROM users LIMIT {10}')",
                "cursor.execute(f'SELECT * FROM users WHERE id = {int(name)}')",
                "cursor.execute(sql.SQL('SELECT * FROM {}').format(sql.Identifier(name)))"
            })
    void constants_numbers_placeholders_and_quoted_names_are_silent(String statement) throws Exception {
        String code = "from psycopg2 import sql\nTABLE = 'users'\ndef find(cursor, name):\n    " + statement + "\n";

        assertThat(Engine.evidence(Language.PYTHON, code)).isEmpty();
    }
}
