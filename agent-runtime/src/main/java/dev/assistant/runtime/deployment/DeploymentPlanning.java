package dev.assistant.runtime.deployment;

import dev.assistant.product.Product.Plan;
import dev.assistant.runtime.conversation.Conversation.CodeVoice;
import dev.assistant.runtime.conversation.Conversation.Spoken;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.runtime.conversation.Ending;
import dev.assistant.runtime.team.Assignment;
import dev.assistant.runtime.team.Craft;
import dev.assistant.runtime.workflow.Workflow.Outcome;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Turn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans a deployment (SPEC section 6) and has a person decide about the plan; nothing is ever deployed. The agents see facts of
 * a fixed form that were read from the project's files, and none of their text. Thread-safe.
 */
public final class DeploymentPlanning implements Craft {
    private static final String PLANNER = "deployment_agent";
    private static final String EXECUTOR = "executor";
    private static final String ENVIRONMENT = "environment";

    @Override
    public Outcome carryOut(Assignment assignment) throws InterruptedException {
        DeploymentFacts facts = DeploymentFacts.in(assignment.files(), assignment.changed());
        if (facts.isEmpty()) {
            return new Outcome.Refused(
                    "No file says how this is deployed. Submit its Dockerfile, compose, Kubernetes, Terraform or pipeline files.");
        }
        String environment = assignment.request().input().text(ENVIRONMENT);

        assignment.progress("planning", 10);
        ConversationResult result =
                assignment.hold(Map.of(ENVIRONMENT, environment), List.of(), Map.of(EXECUTOR, listing(facts)));
        Optional<Turn> planned = result.lastOf(PLANNER);
        if (planned.isEmpty()) {
            return assignment.nothing("No plan was made.", result);
        }
        Plan plan = new PlanReader(facts)
                .read(
                        planned.get().answer().orElseThrow(),
                        environment,
                        (summary, doubts) -> assignment.about(summary, result, notes(assignment, doubts)),
                        assignment.decision());
        if (result.ending().kind() == Ending.Kind.ASKS_PERSON) {
            assignment.progress("awaiting_approval", 90);
            return new Outcome.Asks(question(plan, assignment));
        }
        return assignment.produced(plan);
    }

    private static CodeVoice listing(DeploymentFacts facts) {
        String text = facts.all().stream().map(Fact::line).collect(Collectors.joining("\n"));
        return turns -> new Spoken("The files say:\n" + text, Optional.empty(), false);
    }

    private static List<String> notes(Assignment assignment, List<String> doubts) {
        return Stream.concat(doubts.stream(), assignment.notes().stream()).toList();
    }

    private static Approval question(Plan plan, Assignment assignment) {
        String prompt = "Do you approve this plan for " + plan.environment()
                + "? It is kept with your answer; nothing is deployed.";
        return Approval.asked(
                Assignment.MAIN,
                prompt,
                plan.markdown(),
                sha256(plan.markdown()),
                assignment.now().plus(assignment.chat().approvalExpiry().orElseThrow()));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
