package dev.assistant.runtime.codebase.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MiniLmEmbedderTest {
    private static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder(2);

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void texts_of_like_meaning_are_nearer_than_others() {
        float[] question = EMBEDDER.embed("how to read a csv file into rows");

        double near = cosine(question, EMBEDDER.embed("def load_table(path): return list(csv.reader(open(path)))"));
        double far = cosine(question, EMBEDDER.embed("def send_mail(to): smtp.connect(); smtp.send(to)"));

        assertThat(near).isGreaterThan(far + 0.1);
    }

    @Test
    void several_texts_give_the_vectors_that_each_gives_alone_in_their_order() throws InterruptedException {
        List<String> texts = List.of("parse a date", "open a socket", "sort a list");

        List<float[]> vectors = EMBEDDER.embed(texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(cosine(vectors.get(i), EMBEDDER.embed(texts.get(i)))).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void vectors_have_the_stated_dimension_and_length_one_whatever_the_text() {
        for (String text : List.of("", " \n", "\u200B", "x", "word ".repeat(2000), "\uD83D\uDE00 \u0000 \uD800")) {
            float[] vector = EMBEDDER.embed(text);

            assertThat(vector).hasSize(EMBEDDER.dimension());
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void the_tokenizer_does_not_report_where_it_runs() {
        EMBEDDER.embed("anything");

        assertThat(ai.djl.util.Utils.getEnvOrSystemProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
