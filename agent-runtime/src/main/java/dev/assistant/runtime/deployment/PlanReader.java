package dev.assistant.runtime.deployment;

import dev.assistant.product.Product.About;
import dev.assistant.product.Product.Plan;
import dev.assistant.product.Product.Plan.Check;
import dev.assistant.product.Product.Plan.Step;
import dev.assistant.workflow.Decision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a plan of an agent's answer: what it says to rest on must be facts; what is none is left out and named. */
final class PlanReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final Set<String> facts;
    private final Set<String> notes = new LinkedHashSet<>();

    PlanReader(DeploymentFacts facts) {
        this.facts = facts.ids();
    }

    /** @param describing makes what the plan says of itself of its summary and of what is doubtful in it */
    Plan read(
            String answer,
            String environment,
            BiFunction<String, List<String>, About> describing,
            Optional<Decision> decision) {
        JsonNode json = JSON.readTree(answer);
        List<Step> steps = json.path("steps").valueStream().map(this::step).toList();
        List<Check> checklist =
                json.path("checklist").valueStream().map(this::check).toList();
        List<String> risks =
                json.path("risks").valueStream().map(JsonNode::stringValue).toList();
        String summary = json.path("summary").stringValue();
        About about = describing.apply(summary, List.copyOf(notes));
        return new Plan(
                about,
                environment,
                steps,
                checklist,
                risks,
                markdown(environment, summary, steps, checklist, risks, about.notes()),
                decision);
    }

    private Step step(JsonNode step) {
        String title = step.path("title").stringValue();
        return new Step(
                title,
                step.path("detail").stringValue(),
                known(title, step.path("based_on")),
                step.path("rollback").stringValue());
    }

    private Check check(JsonNode check) {
        String text = check.path("item").stringValue();
        return new Check(text, known(text, check.path("based_on")));
    }

    private List<String> known(String what, JsonNode basedOn) {
        List<String> known = new ArrayList<>();
        for (JsonNode id : basedOn) {
            if (facts.contains(id.stringValue())) {
                known.add(id.stringValue());
            } else {
                notes.add("\"%s\" names %s, which is no fact of the files.".formatted(what, id.stringValue()));
            }
        }
        if (known.isEmpty()) {
            notes.add("\"" + what + "\" rests on no fact of the files: check it.");
        }
        return known;
    }

    private static String markdown(
            String environment,
            String summary,
            List<Step> steps,
            List<Check> checklist,
            List<String> risks,
            List<String> notes) {
        StringBuilder text =
                new StringBuilder("# Deployment to " + environment + "\n\n" + summary + "\n\n## Steps\n\n");
        int number = 1;
        for (Step step : steps) {
            text.append(number++)
                    .append(". **")
                    .append(step.title())
                    .append("** ")
                    .append(step.detail());
            if (!step.rollback().isBlank()) {
                text.append(" Undo: ").append(step.rollback());
            }
            text.append(basis(step.basedOn())).append('\n');
        }
        section(
                text,
                "Checklist",
                checklist.stream()
                        .map(check -> "[ ] " + check.text() + basis(check.basedOn()))
                        .toList());
        section(text, "Risks", risks);
        section(text, "Notes", notes);
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> items) {
        if (!items.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            items.forEach(item -> text.append("- ").append(item).append('\n'));
        }
    }

    private static String basis(List<String> ids) {
        return ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")";
    }
}
