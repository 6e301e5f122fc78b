package dev.assistant.runtime.deployment;

import dev.assistant.product.Product.Plan;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.conversation.Conversation.CodeVoice;
import dev.assistant.runtime.conversation.Conversation.Spoken;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.runtime.conversation.Ending;
import dev.assistant.runtime.conversation.WorkflowChat;
import dev.assistant.runtime.team.Team;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Turn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plans a deployment (SPEC section 6) and has a person decide about the plan; nothing is ever deployed. The agents see facts of
 * a fixed form that were read from the project's files, and none of their text. Thread-safe.
 */
public final class DeploymentPlanning implements Workflow {
    private static final String NAME = "deployment";
    private static final String MAIN = "main";
    private static final String PLANNER = "deployment_agent";
    private static final String EXECUTOR = "executor";
    private static final String ENVIRONMENT = "environment";

    private final Team team;
    private final Reviews reviews;

    public DeploymentPlanning(Team team, Reviews reviews) {
        this.team = team;
        this.reviews = reviews;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(JobRun run) throws InterruptedException {
        run.progress("reading", 0);
        ReviewRequest request = reviews.request(run.job().id());
        DeploymentFacts facts = DeploymentFacts.in(request.files());
        if (facts.isEmpty()) {
            return new Outcome.Refused(
                    "No file says how this is deployed. Submit its Dockerfile, compose, Kubernetes, Terraform or pipeline files.");
        }
        String environment = request.input().text(ENVIRONMENT);
        WorkflowChat chat = team.chat(NAME);
        Session session = team.open(run, request.input());

        run.progress("planning", 10);
        ConversationResult result = team.engine()
                .hold(
                        chat.conversation(
                                MAIN, Map.of(ENVIRONMENT, environment), List.of(), Map.of(EXECUTOR, listing(facts))),
                        session);
        Optional<Turn> planned = result.lastOf(PLANNER);
        if (planned.isEmpty()) {
            return new Outcome.Refused("No plan was made. " + result.ending().why());
        }
        Plan plan = plan(planned.get(), facts, environment, result, chat, run.decision(MAIN));
        if (result.ending().kind() == Ending.Kind.ASKS_PERSON) {
            run.progress("awaiting_approval", 90);
            return new Outcome.Asks(question(plan, chat));
        }
        return new Outcome.Produced(plan, AgentUsage.of(session.turns()));
    }

    private static CodeVoice listing(DeploymentFacts facts) {
        String text = facts.all().stream().map(Fact::line).collect(Collectors.joining("\n"));
        return turns -> new Spoken("The files say:\n" + text, Optional.empty(), false);
    }

    private static Plan plan(
            Turn planned,
            DeploymentFacts facts,
            String environment,
            ConversationResult result,
            WorkflowChat chat,
            Optional<Decision> decision) {
        boolean isDone = result.isComplete() || result.ending().kind() == Ending.Kind.ASKS_PERSON;
        List<String> notes = isDone
                ? List.of()
                : List.of("The agents did not get done, so nobody was asked. "
                        + result.ending().why());
        return new PlanReader(facts)
                .read(planned.answer().orElseThrow(), environment, isDone, notes, chat.prompts(), decision);
    }

    private Approval question(Plan plan, WorkflowChat chat) {
        String prompt = "Do you approve this plan for " + plan.environment()
                + "? It is kept with your answer; nothing is deployed.";
        return Approval.asked(
                MAIN,
                prompt,
                plan.markdown(),
                sha256(plan.markdown()),
                team.clock().instant().plus(chat.approvalExpiry().orElseThrow()));
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
