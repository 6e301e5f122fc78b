package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.sonar.SharedPack.Pack;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plugin on real code, none of which is on the disk. */
@ExtendWith(SharedPack.class)
class LanguagesTest {
    private final Pack pack;

    LanguagesTest(Pack pack) {
        this.pack = pack;
    }

    @ParameterizedTest
    @MethodSource("dev.assistant.runtime.analysis.sonar.Sample#all")
    void reports_the_flaw_on_its_line(Sample sample) throws Exception {
        Analysis analysis = pack.analyse(sample.file());

        assertThat(analysis.unread()).isEmpty();
        assertThat(flaws(analysis, sample)).extracting(TextRange::startLine).containsExactly(sample.line());
    }

    @ParameterizedTest
    @MethodSource("dev.assistant.runtime.analysis.sonar.Sample#all")
    void is_silent_about_clean_code(Sample sample) throws Exception {
        Analysis analysis = pack.analyse(sample.clean());

        assertThat(analysis.unread()).isEmpty();
        assertThat(analysis.evidence()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.assistant.runtime.analysis.sonar.Sample#all")
    void line_ends_do_not_move_the_finding(Sample sample) throws Exception {
        List<TextRange> expected = flaws(pack.analyse(sample.file()), sample);

        String windows = sample.file().content().replace("\n", "\r\n");
        assertThat(flaws(pack.analyse(sample.with(windows)), sample)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("dev.assistant.runtime.analysis.sonar.Sample#all")
    void a_byte_order_mark_does_not_move_the_finding(Sample sample) throws Exception {
        List<TextRange> expected = flaws(pack.analyse(sample.file()), sample);

        String marked = "\uFEFF" + sample.file().content();
        assertThat(flaws(pack.analyse(sample.with(marked)), sample)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("dev.assistant.runtime.analysis.sonar.Sample#all")
    void characters_outside_the_basic_plane_count_as_two_columns(Sample sample) throws Exception {
        TextRange before = flaws(pack.analyse(sample.file()), sample).getFirst();

        String commented = sample.file().content().replace(sample.flaw(), sample.comment() + sample.flaw());
        TextRange after = flaws(pack.analyse(sample.with(commented)), sample).getFirst();

        int moved = sample.comment().length();
        assertThat(after.startLine()).isEqualTo(before.startLine());
        assertThat(after.startColumn()).isEqualTo(before.startColumn() + moved);
    }

    @ParameterizedTest
    @MethodSource("dev.assistant.runtime.analysis.sonar.Sample#all")
    void a_tab_is_one_column(Sample sample) throws Exception {
        String spaced = sample.file().content().replace("\t", "    ");
        String tabbed = spaced.replace("  ", "\t");

        TextRange before = flaws(pack.analyse(sample.with(spaced)), sample).getFirst();
        TextRange after = flaws(pack.analyse(sample.with(tabbed)), sample).getFirst();

        int indentation = spaced.lines().toList().get(sample.line() - 1).indexOf(sample.flaw());
        assertThat(after.startLine()).isEqualTo(before.startLine());
        assertThat(after.startColumn()).isEqualTo(before.startColumn() - indentation / 2);
    }

    private static List<TextRange> flaws(Analysis analysis, Sample sample) {
        return analysis.evidence().stream()
                .filter(evidence -> evidence.ruleId().equals(sample.rule()))
                .map(Evidence::range)
                .toList();
    }
}
