package dev.assistant.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.product.Product;
import dev.assistant.product.Product.About;
import dev.assistant.product.Product.Answer;
import dev.assistant.product.Product.Document;
import dev.assistant.product.Product.Plan;
import dev.assistant.review.Provenance;
import dev.assistant.workflow.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProductJsonTest {
    private static final About ABOUT = new About(
            "Short.",
            false,
            List.of("The agents did not get done."),
            new Provenance(
                    Optional.empty(),
                    Optional.of("c0de"),
                    List.of("large", "small"),
                    List.of("speak.v1@3f2a9c7be1d0")));

    static Stream<Product> products() {
        return Stream.of(
                new Document(ABOUT, "Calc", "`add` adds – always."),
                plan(Optional.empty()),
                plan(Optional.of(new Decision(Decision.Answer.APPROVED, Optional.of("Go.")))),
                plan(Optional.of(new Decision(Decision.Answer.REJECTED, Optional.empty()))),
                plan(Optional.of(new Decision(Decision.Answer.EXPIRED, Optional.empty()))),
                new Answer(
                        ABOUT,
                        "What does add do?",
                        "- It adds. [1]",
                        List.of(new Answer.Claim("It adds.", 1, "a + b")),
                        List.of(
                                new Answer.Source(
                                        "calc.py:2", Optional.empty(), Optional.of("calc.py"), Optional.of(2)),
                                new Answer.Source(
                                        "Docs",
                                        Optional.of("https://example.org"),
                                        Optional.empty(),
                                        Optional.empty()))));
    }

    private static Plan plan(Optional<Decision> decision) {
        return new Plan(
                ABOUT,
                "staging",
                List.of(new Plan.Step("Build", "Build it.", List.of("Dockerfile:1"), "Remove it.")),
                List.of(new Plan.Check("It answers.", List.of())),
                List.of("Runs as root."),
                "1. Build",
                decision);
    }

    @ParameterizedTest
    @MethodSource("products")
    void is_read_as_it_was_written(Product product) {
        assertThat(ProductJson.read(ProductJson.write(product))).isEqualTo(product);
    }

    @Test
    void reads_what_was_stored_before_code_and_models_were_kept() {
        Product product = ProductJson.read("""
                {"kind": "document", "summary": "Short.", "complete": true, "notes": [], "prompts": ["speak.v1@3f2a9c7be1d0"],
                 "title": "Calc", "markdown": "Text"}""");

        assertThat(product.about().provenance())
                .isEqualTo(new Provenance(
                        Optional.empty(), Optional.empty(), List.of(), List.of("speak.v1@3f2a9c7be1d0")));
    }
}
