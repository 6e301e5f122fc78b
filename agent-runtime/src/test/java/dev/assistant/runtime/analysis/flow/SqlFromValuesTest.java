package dev.assistant.runtime.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SqlFromValuesTest {
    private final FlowEngine engine = new FlowEngine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cur.execute(\"SELECT * FROM users WHERE name = '\" + name + \"'\")",
                "cur.execute(\"SELECT * FROM users WHERE name = '%s'\" % name)",
                "cur.execute(\"SELECT * FROM users WHERE name = '%s' AND age > %d\" % (name, 3))",
                "cur.execute(\"SELECT * FROM users WHERE name = '%(n)s'\" % {'n': name})",
                "cur.execute(\"SELECT * FROM users WHERE name = '{}'\".format(name))",
                "cur.execute(\"SELECT * FROM users WHERE name = '{n}'\".format(n=name))",
                "cur.execute(f\"SELECT * FROM users WHERE name = '{name}'\")",
                "cur.execute('DELETE FROM users ' f\"WHERE name = '{name}'\")",
                "cur.execute((\"UPDATE users SET name = '\" + name + \"'\"))",
                "cur.executemany(f'INSERT INTO {name} VALUES (?)', rows)",
                "conn.cursor().execute('DROP TABLE ' + name)",
                "session.execute(text(f\"SELECT * FROM users WHERE name = '{name}'\"))",
                "User.objects.raw(\"SELECT * FROM users WHERE name = '%s'\" % name)",
                "pandas.read_sql(sql=f\"SELECT * FROM users WHERE name = '{name}'\", con=conn)",
                "cur.execute(f\"SELECT * FROM users WHERE name = '{name.strip()}'\" if name else 'SELECT 1')",
            })
    void finds_every_way_of_putting_a_statement_together(String statement) throws Exception {
        assertThat(evidence("def find(cur, name):\n    " + statement + "\n"))
                .extracting(evidence -> evidence.range().startLine())
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cur.execute('SELECT * FROM users WHERE name = ?', (name,))",
                "cur.execute(\"SELECT * FROM users WHERE name = '%s'\", name)",
                "cur.execute('SELECT * FROM users ' 'WHERE active')",
                "cur.execute(f'SELECT * FROM {TABLE}')",
                "cur.execute('SELECT * FROM ' + settings.USERS_TABLE)",
                "cur.execute(f'SELECT * FROM users WHERE id = {int(name)}')",
                "cur.execute(f'SELECT * FROM users LIMIT {10}')",
                "cur.execute(sql.SQL('SELECT * FROM {}').format(sql.Identifier(name)))",
                "cur.execute(f'SELECT * FROM users WHERE id IN ({\",\".join(\"?\" for _ in name)})', name)",
                "pool.execute(f'send {name}')",
                "print(\"SELECT * FROM users WHERE name = '\" + name + \"'\")",
                "cur.execute(query)",
                "cur.execute()",
            })
    void leaves_alone_what_cannot_carry_sql(String statement) throws Exception {
        assertThat(evidence("def find(cur, name):\n    " + statement + "\n")).isEmpty();
    }

    @Test
    void follows_a_variable_back_to_where_it_was_put_together() throws Exception {
        List<Evidence> evidence = evidence("""
                def find(cur, name):
                    query = "SELECT * FROM users"
                    if name:
                        query += " WHERE name = '" + name + "'"
                    cur.execute(query)
                """);

        assertThat(evidence).extracting(Evidence::range).containsExactly(new TextRange(5, 5, 5, 23));
        assertThat(evidence.getFirst().related())
                .extracting(RelatedLocation::range)
                .contains(new TextRange(4, 18, 4, 48));
    }

    @Test
    void an_assignment_hides_those_before_it() throws Exception {
        assertThat(evidence("""
                        def find(cur, name):
                            query = f"SELECT * FROM users WHERE name = '{name}'"
                            print(query)
                            query = "SELECT * FROM users"
                            cur.execute(query)
                        """)).isEmpty();
    }

    @Test
    void an_assignment_on_another_branch_hides_nothing() throws Exception {
        assertThat(evidence("""
                        def find(cur, name):
                            query = f"SELECT * FROM users WHERE name = '{name}'"
                            if not name:
                                query = "SELECT * FROM users"
                            cur.execute(query)
                        """)).hasSize(1);
    }

    @Test
    void a_value_that_was_checked_against_a_list_is_harmless() throws Exception {
        assertThat(evidence("""
                        def sort(cur, column):
                            if column not in {"name", "age"}:
                                raise ValueError(column)
                            cur.execute(f"SELECT * FROM users ORDER BY {column}")
                        """)).isEmpty();
    }

    @Test
    void what_a_request_brings_is_worse_than_a_parameter_and_that_is_worse_than_own_state() throws Exception {
        List<Evidence> evidence = evidence("""
                class Users:
                    def show(self, cur):
                        user = request.args.get("user")
                        cur.execute(f"SELECT * FROM users WHERE id = {user}")

                    def find(self, cur, name):
                        cur.execute(f"SELECT * FROM users WHERE name = '{name}'")

                    def all(self, cur):
                        cur.execute(f"SELECT * FROM {self.table}")
                """);

        assertThat(evidence)
                .extracting(Evidence::severity)
                .containsExactly(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM);
        assertThat(evidence).extracting(Evidence::confidence).containsExactly(0.85, 0.6, 0.4);
    }

    @Test
    void says_what_is_wrong_with_which_value_and_what_to_do() throws Exception {
        Evidence evidence = evidence("def find(cur, name):\n    cur.execute('DROP TABLE ' + name)\n")
                .getFirst();

        assertThat(evidence.cwe()).containsExactly("CWE-89");
        assertThat(evidence.engine()).isEqualTo("flow");
        assertThat(evidence.message()).contains("`name`").contains("SQL injection");
        assertThat(evidence.suggestion()).get().asString().contains("placeholder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "# ä 🎈\r\n"})
    void counts_columns_as_editors_do(String before) throws Exception {
        String code = before + "title = \"ä🎈\"; cur.execute('DROP TABLE ' + name)\r\n";

        int line = before.endsWith("\n") ? 2 : 1;
        assertThat(evidence(code)).extracting(Evidence::range).containsExactly(new TextRange(line, 16, line, 49));
    }

    @Test
    void code_without_sense_or_end_does_no_harm() throws Exception {
        String loop = "def f(x):\n    q = 'SELECT a FROM b'\n" + "    if x:\n        q = q + x + q\n".repeat(500)
                + "    c.execute(q)\n";

        String chain = IntStream.range(0, 3_000)
                .mapToObj(i -> "x%d = x%d\n".formatted(i + 1, i))
                .collect(Collectors.joining("", "", "cur.execute('DROP TABLE ' + x3000)\n"));

        assertThat(evidence("def (:\n  cur.execute(\"SELECT a FROM b\" + \n")).isEmpty();
        assertThat(evidence("cur.execute('SELECT a FROM b' + " + "not ".repeat(20_000) + "x)"))
                .hasSizeLessThan(2);
        assertThat(evidence("cur.execute('SELECT a FROM b'" + " + x".repeat(20_000) + ")"))
                .hasSizeLessThan(2);
        assertThat(evidence(loop)).hasSize(1);
        assertThat(evidence(chain)).hasSize(1);
    }

    @Test
    void reads_python_only() throws Exception {
        assertThat(engine.reach(Language.PYTHON)).isEqualTo(Reach.RULES);
        assertThat(engine.reach(Language.JAVA)).isEqualTo(Reach.NONE);
        assertThat(engine.analyse(List.of(new SourceFile("a.rb", Language.RUBY, "cur.execute('DROP TABLE ' + name)")))
                        .evidence())
                .isEmpty();
    }

    private List<Evidence> evidence(String code) throws InterruptedException {
        return engine.analyse(List.of(new SourceFile("app/db.py", Language.PYTHON, code)))
                .evidence();
    }
}
