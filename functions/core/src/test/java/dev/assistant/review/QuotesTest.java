package dev.assistant.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Quotes.Match;
import dev.assistant.review.Quotes.Place;
import org.junit.jupiter.api.Test;

class QuotesTest {
    private static final String CODE = """
            import sqlite3

            def find(name):
            \tcursor = db.execute("select * from users where name = '" + name + "'")
            \treturn cursor.fetchone()

            icon = "🎈🎈"; size = len(icon)
            password = "hunter2-and-more"

            def find_all(name):
            \treturn cursor.fetchone()
            """;

    private static Place place(String content, String quote, int first) {
        return new Quotes(new SourceFile("app/db.py", Language.PYTHON, content))
                .find(quote, first)
                .orElseThrow();
    }

    private static Place place(String quote) {
        return place(CODE, quote, 1);
    }

    @Test
    void finds_what_is_quoted_exactly_with_its_columns() {
        assertThat(place("db.execute(\"select")).isEqualTo(new Place(new TextRange(4, 11, 4, 29), Match.EXACT));
        assertThat(place("def find(name):\n\tcursor").range()).isEqualTo(new TextRange(3, 1, 4, 8));
    }

    @Test
    void counts_columns_in_utf_16_after_characters_outside_the_basic_plane() {
        assertThat(place("size = len(icon)").range()).isEqualTo(new TextRange(7, 16, 7, 32));
    }

    @Test
    void does_not_mind_line_ends() {
        Place place = place(CODE.replace("\n", "\r\n"), "def find(name):\n\tcursor", 1);

        assertThat(place).isEqualTo(new Place(new TextRange(3, 1, 4, 8), Match.EXACT));
        assertThat(place("def find(name):\r\n\tcursor").range()).isEqualTo(place.range());
    }

    @Test
    void does_not_mind_white_space_nor_line_numbers_before_the_code() {
        assertThat(place("cursor   =  db.execute(").match()).isEqualTo(Match.NORMALISED);
        assertThat(place("3| def find(name):\n4|     cursor = db.execute(").range())
                .isEqualTo(new TextRange(3, 1, 4, 72));
        assertThat(place("\n\ndef find(name):\n\n").range()).isEqualTo(new TextRange(3, 1, 3, 16));
    }

    @Test
    void takes_a_mask_for_what_it_hides() {
        assertThat(place("password = \"****\"").range().startLine()).isEqualTo(8);
    }

    @Test
    void forgives_a_few_characters_in_a_long_quote_only() {
        assertThat(place("cursor = db.execute('select * from users where name = \\'' + name + '\\'')"))
                .isEqualTo(new Place(new TextRange(4, 2, 4, 72), Match.FUZZY));
        assertThat(new Quotes(new SourceFile("a.py", Language.PYTHON, CODE)).find("improt sql", 1))
                .isEmpty();
    }

    @Test
    void prefers_the_place_after_the_line_it_is_told() {
        assertThat(place("return cursor.fetchone()").range().startLine()).isEqualTo(5);
        assertThat(place(CODE, "return cursor.fetchone()", 9).range().startLine())
                .isEqualTo(11);
        assertThat(place(CODE, "import sqlite3", 9).range().startLine()).isEqualTo(1);
    }

    @Test
    void finds_nothing_that_is_not_there() {
        Quotes quotes = new Quotes(new SourceFile("a.py", Language.PYTHON, CODE));

        assertThat(quotes.find("os.system(user_input + ' && rm -rf /')", 1)).isEmpty();
        assertThat(quotes.find("  \n ", 1)).isEmpty();
        assertThat(quotes.find("x\n".repeat(500), 1)).isEmpty();
        assertThat(new Quotes(new SourceFile("e.py", Language.PYTHON, "")).find("anything", 1))
                .isEmpty();
    }
}
