package dev.assistant.runtime.codebase.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.embedding.Embedder;
import dev.assistant.runtime.codebase.embedding.MiniLmEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeIndexTest {
    private static final MiniLmEmbedder MODEL = new MiniLmEmbedder(2);
    private static final SourceFile MAIL = python("app/mail.py", """
            class Mailer:
                def send_message(self, to, text):
                    self.smtp.sendmail(self.sender, to, text)
            """);
    private static final SourceFile TABLE = python("app/table.py", """
            import csv
            from app.mail import Mailer

            def load_rows(path):
                with open(path) as file:
                    return list(csv.reader(file))

            def report(path, to):
                Mailer().send_message(to, str(load_rows(path)))
            """);
    private static final SourceFile SHOP = new SourceFile(
            "web/Shop.java",
            Language.JAVA,
            "class Shop { int price(int amount) { return amount * 3; } int discountFor(String customer) { return 2; } }");

    @TempDir
    Path folder;

    private final List<CodeIndex> opened = new ArrayList<>();

    @AfterAll
    static void closeModel() {
        MODEL.close();
    }

    @AfterEach
    void close() {
        opened.forEach(CodeIndex::close);
    }

    @Test
    void code_is_found_by_what_it_does() throws InterruptedException {
        CodeIndex index = filled();

        assertThat(index.search(CodeQuery.of("read a spreadsheet file into a list", 3))
                        .getFirst()
                        .chunk()
                        .name())
                .isEqualTo("load_rows");
        assertThat(index.search(CodeQuery.of("deliver an e-mail to somebody", 3))
                        .getFirst()
                        .chunk()
                        .path())
                .isEqualTo("app/mail.py");
    }

    @Test
    void code_is_found_by_its_name_however_it_is_written() throws InterruptedException {
        CodeIndex index = filled();

        for (String name :
                List.of("discountFor", "Shop.discountFor", "`discountFor`", "discountFor()", "Shop#discountFor")) {
            assertThat(index.search(CodeQuery.of(name, 3)).getFirst().chunk().path())
                    .as(name)
                    .isEqualTo("web/Shop.java");
        }
        assertThat(index.search(CodeQuery.of("send_message", 2)))
                .extracting(hit -> hit.chunk().name())
                .containsExactly("Mailer.send_message", "report");
    }

    @Test
    void code_is_found_by_code_like_it() throws InterruptedException {
        CodeIndex index = filled();

        assertThat(index.similar(CodeQuery.of("function readLines(p) { return parseCsv(fs.readFileSync(p)); }", 1)))
                .singleElement()
                .satisfies(hit -> assertThat(hit.chunk().name()).isEqualTo("load_rows"));
    }

    @Test
    void language_and_folder_narrow_the_search() throws InterruptedException {
        CodeIndex index = filled();
        CodeQuery everywhere = CodeQuery.of("price", 10);

        assertThat(index.search(new CodeQuery("price", 10, Optional.of(Language.JAVA), everywhere.folder())))
                .isNotEmpty()
                .allMatch(hit -> hit.chunk().language() == Language.JAVA);
        assertThat(index.search(new CodeQuery("price", 10, everywhere.language(), Optional.of("app/"))))
                .isNotEmpty()
                .allMatch(hit -> hit.chunk().path().startsWith("app/"));
    }

    @Test
    void an_update_embeds_only_what_has_changed() throws InterruptedException {
        CodeIndex index = filled();
        SourceFile changed = python(TABLE.path(), TABLE.content().replace("str(", "repr("));
        SourceFile renamed = python("app/post.py", MAIL.content());

        IndexReport report = index.update(List.of(renamed, changed, SHOP));

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.removed()).isEqualTo(1);
        assertThat(report.embedded()).isEqualTo(1);
        assertThat(index.stats().files()).isEqualTo(3);
        assertThat(index.stats().chunks()).isEqualTo(report.chunks());
        assertThat(index.file("app/mail.py")).isEmpty();
        assertThat(index.search(CodeQuery.of("send_message", 1))
                        .getFirst()
                        .chunk()
                        .path())
                .isEqualTo("app/post.py");
    }

    @Test
    void an_index_survives_being_closed_and_begins_anew_under_another_model() throws InterruptedException {
        filled().close();
        opened.clear();

        assertThat(open(MODEL).stats().files()).isEqualTo(3);
        opened.removeFirst().close();
        assertThat(open(new Fixed("other", 3)).stats().files()).isZero();
        opened.removeFirst().close();
        assertThat(open(MODEL).stats().files()).isZero();
    }

    @Test
    void an_interrupted_update_leaves_the_index_as_it_was() throws InterruptedException {
        CodeIndex index = filled();

        assertThatThrownBy(() -> index.update(() ->
                        List.of(SHOP, MAIL, python("new.py", "def other(): return 'something'")).stream()
                                .peek(file -> {
                                    if (file.equals(MAIL)) {
                                        Thread.currentThread().interrupt();
                                    }
                                })
                                .iterator()))
                .isInstanceOf(InterruptedException.class);

        assertThat(index.stats().files()).isEqualTo(3);
        assertThat(index.update(List.of(MAIL, TABLE, SHOP)).unchanged()).isEqualTo(3);
    }

    @Test
    void what_is_beyond_the_limits_or_generated_is_left_out_and_counted() throws InterruptedException {
        CodeIndex index = CodeIndex.open(folder, new Fixed("fixed", 3), new IndexLimits(1_000, 3, 2, 16));
        opened.add(index);

        IndexReport report = index.update(List.of(
                MAIL,
                python("long.py", "x = 1\n".repeat(1_000)),
                python("made_pb2.py", "def made(): return 'something made'"),
                TABLE,
                SHOP));

        assertThat(report.leftOut()).isEqualTo(3);
        assertThat(report.files()).isEqualTo(2);
        assertThat(index.stats().chunks()).isLessThanOrEqualTo(3);
    }

    @Test
    void files_are_known_by_the_names_that_they_declare_and_use() throws InterruptedException {
        CodeIndex index = filled();

        assertThat(index.declaring("mailer", 5)).containsExactly(MAIL);
        assertThat(index.naming("Mailer", 5)).containsExactly(MAIL, TABLE);
        assertThat(index.naming("csv", 5)).containsExactly(TABLE);
        assertThat(index.file("web/Shop.java")).contains(SHOP);
    }

    private CodeIndex filled() throws InterruptedException {
        CodeIndex index = open(MODEL);
        index.update(List.of(MAIL, TABLE, SHOP));
        return index;
    }

    private CodeIndex open(Embedder embedder) {
        CodeIndex index = CodeIndex.open(folder, embedder, IndexLimits.STANDARD);
        opened.add(index);
        return index;
    }

    private static SourceFile python(String path, String code) {
        return new SourceFile(path, Language.PYTHON, code);
    }

    /** Another model: every text means the same to it. */
    private record Fixed(String model, int dimension) implements Embedder {
        @Override
        public float[] embed(String text) {
            float[] vector = new float[dimension];
            vector[0] = 1;
            return vector;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(this::embed).toList();
        }
    }
}
