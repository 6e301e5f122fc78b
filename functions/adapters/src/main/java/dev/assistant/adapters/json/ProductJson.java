package dev.assistant.adapters.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.product.Product;
import dev.assistant.product.Product.Answer;
import dev.assistant.product.Product.Document;
import dev.assistant.product.Product.Plan;
import dev.assistant.workflow.Decision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Products as JSON, stored and answered in one form and told apart by {@code kind}; grows only by optional fields. Thread-safe. */
public final class ProductJson {
    private ProductJson() {}

    public static String write(Product product) {
        return WireJson.MAPPER.writeValueAsString(
                switch (product) {
                    case Document document -> DocumentDocument.of(document);
                    case Plan plan -> PlanDocument.of(plan);
                    case Answer answer -> AnswerDocument.of(answer);
                });
    }

    public static Product read(String json) {
        return WireJson.MAPPER.readValue(json, ProductDocument.class).toProduct();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DocumentDocument.class, name = "document"),
        @JsonSubTypes.Type(value = PlanDocument.class, name = "plan"),
        @JsonSubTypes.Type(value = AnswerDocument.class, name = "answer")
    })
    private sealed interface ProductDocument {
        Product toProduct();
    }

    private record DocumentDocument(@JsonUnwrapped AboutDocument about, String title, String markdown)
            implements ProductDocument {
        static DocumentDocument of(Document document) {
            return new DocumentDocument(AboutDocument.of(document.about()), document.title(), document.markdown());
        }

        @Override
        public Product toProduct() {
            return new Document(about.toAbout(), title, markdown);
        }
    }

    private record StepDocument(String title, String detail, List<String> basedOn, String rollback) {}

    /** @param done null, since nobody has looked yet */
    private record CheckDocument(String text, @Nullable Boolean done, List<String> basedOn) {}

    private record PlanDocument(
            @JsonUnwrapped AboutDocument about,
            String environment,
            List<StepDocument> steps,
            List<CheckDocument> checklist,
            List<String> risks,
            String markdown,
            @Nullable String decision,
            @Nullable String decisionComment,
            boolean decisionExpired)
            implements ProductDocument {
        static PlanDocument of(Plan plan) {
            return new PlanDocument(
                    AboutDocument.of(plan.about()),
                    plan.environment(),
                    plan.steps().stream()
                            .map(step -> new StepDocument(step.title(), step.detail(), step.basedOn(), step.rollback()))
                            .toList(),
                    plan.checklist().stream()
                            .map(check -> new CheckDocument(check.text(), null, check.basedOn()))
                            .toList(),
                    plan.risks(),
                    plan.markdown(),
                    plan.decision().map(Decision::wireName).orElse(null),
                    plan.decision().flatMap(Decision::comment).orElse(null),
                    plan.decision()
                            .filter(decision -> decision.answer() == Decision.Answer.EXPIRED)
                            .isPresent());
        }

        @Override
        public Product toProduct() {
            return new Plan(
                    about.toAbout(),
                    environment,
                    steps.stream()
                            .map(step -> new Plan.Step(step.title(), step.detail(), step.basedOn(), step.rollback()))
                            .toList(),
                    checklist.stream()
                            .map(check -> new Plan.Check(check.text(), check.basedOn()))
                            .toList(),
                    risks,
                    markdown,
                    Optional.ofNullable(decision).map(this::decided));
        }

        private Decision decided(String name) {
            Decision.Answer answer = name.equals("approve")
                    ? Decision.Answer.APPROVED
                    : decisionExpired ? Decision.Answer.EXPIRED : Decision.Answer.REJECTED;
            return new Decision(answer, Optional.ofNullable(decisionComment));
        }
    }

    private record ClaimDocument(String claim, int source, String quote) {}

    private record SourceDocument(
            String title,
            @Nullable String url,
            @Nullable String path,
            @Nullable Integer line) {}

    private record AnswerDocument(
            @JsonUnwrapped AboutDocument about,
            String question,
            String markdown,
            List<ClaimDocument> claims,
            List<SourceDocument> sources)
            implements ProductDocument {
        static AnswerDocument of(Answer answer) {
            return new AnswerDocument(
                    AboutDocument.of(answer.about()),
                    answer.question(),
                    answer.markdown(),
                    answer.claims().stream()
                            .map(claim -> new ClaimDocument(claim.claim(), claim.source(), claim.quote()))
                            .toList(),
                    answer.sources().stream()
                            .map(source -> new SourceDocument(
                                    source.title(),
                                    source.url().orElse(null),
                                    source.path().orElse(null),
                                    source.line().orElse(null)))
                            .toList());
        }

        @Override
        public Product toProduct() {
            return new Answer(
                    about.toAbout(),
                    question,
                    markdown,
                    claims.stream()
                            .map(claim -> new Answer.Claim(claim.claim(), claim.source(), claim.quote()))
                            .toList(),
                    sources.stream()
                            .map(source -> new Answer.Source(
                                    source.title(),
                                    Optional.ofNullable(source.url()),
                                    Optional.ofNullable(source.path()),
                                    Optional.ofNullable(source.line())))
                            .toList());
        }
    }
}
