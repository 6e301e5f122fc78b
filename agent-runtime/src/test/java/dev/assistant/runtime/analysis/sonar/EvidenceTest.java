package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.review.Category;
import dev.assistant.review.Evidence;
import dev.assistant.review.Fix;
import dev.assistant.review.Language;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.sonar.SharedPack.Pack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What evidence says beside rule and line. */
@ExtendWith(SharedPack.class)
class EvidenceTest {
    private static final String MUTABLE_DEFAULT = """
            def add(item, items=[]):
                items.append(item)
                return items
            """;

    private final Pack pack;

    EvidenceTest(Pack pack) {
        this.pack = pack;
    }

    @Test
    void a_hard_coded_password_is_high_and_carries_its_weaknesses() throws Exception {
        Evidence evidence = only("python:S2068", Language.PYTHON, "PASSWORD = \"hunter2-S3cr3t!\"\n");

        assertThat(evidence.engine()).isEqualTo("sonar");
        assertThat(evidence.severity()).isEqualTo(Severity.HIGH);
        assertThat(evidence.category()).isEqualTo(Category.SECURITY);
        assertThat(evidence.cwe()).containsExactly("CWE-259", "CWE-798");
        assertThat(evidence.message())
                .doesNotContainIgnoringCase("vulnerability")
                .doesNotContain("hunter2");
        assertThat(evidence.suggestion()).get().asString().contains("service for managing secrets");
    }

    @Test
    void a_fix_of_several_edits_becomes_one_replacement() throws Exception {
        Fix fix = only("python:S5717", Language.PYTHON, MUTABLE_DEFAULT).fix().orElseThrow();

        assertThat(applied(fix, MUTABLE_DEFAULT)).isEqualTo("""
                        def add(item, items=None):
                            if items is None:
                                items = []
                            items.append(item)
                            return items
                        """);
    }

    @Test
    void a_fix_keeps_windows_line_ends_between_its_edits() throws Exception {
        String code = MUTABLE_DEFAULT.replace("\n", "\r\n");

        Fix fix = only("python:S5717", Language.PYTHON, code).fix().orElseThrow();

        assertThat(applied(fix, code)).startsWith("def add(item, items=None):\r\n    if items is None:");
    }

    @Test
    void a_fix_that_only_hides_the_finding_is_not_offered() throws Exception {
        Evidence evidence = only("python:S108", Language.PYTHON, """
                def f(x):
                    for y in x:
                        pass
                    return x
                """);

        assertThat(evidence.fix()).isEmpty();
    }

    @Test
    void points_at_the_other_places_that_matter() throws Exception {
        Evidence evidence = only("go:S1862", Language.GO, """
                package a

                func f(x int) int {
                	if x > 1 {
                		return 1
                	} else if x > 1 {
                		return 2
                	}
                	return 3
                }
                """);

        assertThat(evidence.related()).extracting(RelatedLocation::range).containsExactly(new TextRange(4, 5, 4, 10));
    }

    @Test
    void one_rule_cannot_flood_a_review() throws Exception {
        String code = "def f(x):\n" + "    x = x\n".repeat(200) + "    return x\n";

        List<Evidence> evidence =
                pack.analyse(new SourceFile("a.py", Language.PYTHON, code)).evidence();

        assertThat(evidence)
                .filteredOn(found -> found.ruleId().equals("python:S1656"))
                .hasSize(50);
    }

    @Test
    void knows_a_typescript_type_from_another_file_of_the_submission() throws Exception {
        SourceFile library = new SourceFile(
                "lib/store.ts",
                Language.TYPESCRIPT,
                "export async function has(id: string): Promise<boolean> {\n  return id !== '';\n}\n");
        SourceFile user = new SourceFile(
                "app/page.ts",
                Language.TYPESCRIPT,
                "import { has } from '../lib/store';\n\nexport function show(id: string): string {\n  return has(id) ? id : '';\n}\n");

        assertThat(pack.analyse(library, user).evidence())
                .extracting(Evidence::path, Evidence::ruleId)
                .containsExactly(tuple("app/page.ts", "typescript:S6544"));
    }

    private Evidence only(String rule, Language language, String code) throws InterruptedException {
        SourceFile file = new SourceFile("shop/code." + language.extensions().getFirst(), language, code);
        List<Evidence> found = pack.analyse(file).evidence().stream()
                .filter(evidence -> evidence.ruleId().equals(rule))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String applied(Fix fix, String code) {
        int from = offset(code, fix.range().startLine(), fix.range().startColumn());
        int to = offset(code, fix.range().endLine(), fix.range().endColumn());
        return code.substring(0, from) + fix.replacement() + code.substring(to);
    }

    private static int offset(String code, int line, int column) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            offset = code.indexOf('\n', offset) + 1;
        }
        return offset + column - 1;
    }
}
