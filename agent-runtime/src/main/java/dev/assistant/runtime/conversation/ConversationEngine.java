package dev.assistant.runtime.conversation;

import dev.assistant.failure.Causes;
import dev.assistant.runtime.agent.Agent.Voice;
import dev.assistant.runtime.agent.AnswerSchemas;
import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Role;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.agent.TurnRunner;
import dev.assistant.runtime.agent.TurnRunner.Part;
import dev.assistant.runtime.conversation.Conversation.Spoken;
import dev.assistant.runtime.model.ModelMessage;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Leases.LeaseLost;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds conversations: asks the pattern what happens next, has it done, stores the turn, and again. Stored turns are not taken
 * again, so a conversation that was cut off goes on where it stood, and one that is over is only read. Thread-safe.
 */
public final class ConversationEngine {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationEngine.class);

    private static final int MOST_TOKENS_OF_A_CHOICE = 500;

    private final TurnRunner runner;
    private final InstantSource clock;

    public ConversationEngine(TurnRunner runner, InstantSource clock) {
        this.runner = runner;
        this.clock = clock;
    }

    /** The instructions that every conversation has beside its own. */
    public List<Prompt> prompts() {
        return Stream.concat(runner.prompts().stream(), Hearing.PROMPTS.stream())
                .toList();
    }

    /**
     * Holds a conversation to its end, or to where a person has to be asked. What fails for good, and a budget that is used up,
     * are endings.
     *
     * @throws InterruptedException when the calling thread was interrupted; the turn in flight is lost, the others are stored
     */
    public ConversationResult hold(Conversation conversation, Session session) throws InterruptedException {
        return new Held(conversation, session).run();
    }

    /**
     * Has an agent take a single turn outside of any conversation, such as a check of one claim.
     *
     * @param id unique within its job, as a conversation's is
     * @return the turn; its kind says whether it succeeded
     */
    public Turn ask(String id, Role role, List<ModelMessage> heard, Session session) throws InterruptedException {
        List<Turn> stored = session.turns(id);
        if (!stored.isEmpty()) {
            return stored.getLast();
        }
        Turn turn = runner.take(new Part(id, 0, role, Kind.SPOKE, heard), session);
        session.add(turn);
        return turn;
    }

    /** One conversation on its way. For one thread. */
    private final class Held {
        private final Conversation conversation;
        private final Session session;
        private final Hearing hearing;
        private final List<Turn> turns;
        private Map<String, ConversationResult> children = Map.of();

        private Held(Conversation conversation, Session session) {
            this.conversation = conversation;
            this.session = session;
            this.hearing = new Hearing(conversation);
            this.turns = new ArrayList<>(session.turns(conversation.id()));
        }

        private ConversationResult run() throws InterruptedException {
            while (true) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                switch (conversation.pattern().next(new ConversationState(turns, children))) {
                    case Step.Speak speak -> add(speak(speak.agent()));
                    case Step.Choose choose -> add(choose(choose));
                    case Step.HoldChildren hold -> children = holdChildren((NestedChat) conversation.pattern());
                    case Step.AskPerson ask -> {
                        Optional<Decision> decision = session.decision(conversation.id());
                        if (decision.isEmpty()) {
                            return result(new Ending(Ending.Kind.ASKS_PERSON, "A person is asked."));
                        }
                        add(decided(ask.agent(), decision.get()));
                    }
                    case Step.Finish finish -> {
                        return result(finish.ending());
                    }
                }
            }
        }

        private ConversationResult result(Ending ending) {
            return new ConversationResult(turns, ending, children);
        }

        private void add(Turn turn) {
            session.add(turn);
            turns.add(turn);
        }

        private Turn speak(String agent) throws InterruptedException {
            Role role = conversation.role(agent);
            if (role.agent().voice() != Voice.MODEL) {
                return sayByCode(agent);
            }
            List<ModelMessage> heard = conversation.pattern() instanceof NestedChat
                    ? hearing.beforeAggregate(agent, children)
                    : hearing.before(agent, turns);
            return runner.take(new Part(conversation.id(), turns.size(), role, Kind.SPOKE, heard), session);
        }

        private Turn sayByCode(String agent) throws InterruptedException {
            Instant started = clock.instant();
            Spoken spoken = conversation.voice(agent).speak(turns);
            return new Turn(
                    conversation.id(),
                    turns.size(),
                    agent,
                    Kind.SPOKE,
                    spoken.text(),
                    spoken.answer(),
                    spoken.done(),
                    List.of(),
                    Optional.empty(),
                    Duration.between(started, clock.instant()));
        }

        private Turn choose(Step.Choose choose) throws InterruptedException {
            Role manager = conversation.role(choose.manager());
            Role choosing = new Role(
                    manager.agent(),
                    Optional.of(AnswerSchemas.speaker(choose.candidates())),
                    Set.of(),
                    MOST_TOKENS_OF_A_CHOICE,
                    0);
            Turn choice = runner.take(
                    new Part(
                            conversation.id(),
                            turns.size(),
                            choosing,
                            Kind.CHOSE,
                            hearing.beforeChoice(choose.manager(), turns, choose.candidates())),
                    session);
            return choice.kind() == Kind.FAILED ? Choices.otherwise(choice, choose.otherwise()) : choice;
        }

        private Turn decided(String agent, Decision decision) {
            String words = switch (decision.answer()) {
                case APPROVED -> "Approved.";
                case REJECTED -> "Rejected.";
                case EXPIRED -> "Nobody answered in time, which rejects it.";
            };
            return new Turn(
                    conversation.id(),
                    turns.size(),
                    agent,
                    Kind.DECIDED,
                    decision.comment().map(comment -> words + " " + comment).orElse(words),
                    Optional.empty(),
                    decision.isApproval(),
                    List.of(),
                    Optional.empty(),
                    Duration.ZERO);
        }

        private Map<String, ConversationResult> holdChildren(NestedChat pattern) throws InterruptedException {
            Map<String, Future<ConversationResult>> held = new LinkedHashMap<>();
            Map<String, ConversationResult> results = new LinkedHashMap<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                try {
                    pattern.children()
                            .forEach((name, its) ->
                                    held.put(name, threads.submit(() -> hold(conversation.child(name, its), session))));
                    for (Map.Entry<String, Future<ConversationResult>> child : held.entrySet()) {
                        results.put(child.getKey(), resultOf(child.getKey(), child.getValue()));
                    }
                } finally {
                    threads.shutdownNow();
                }
            }
            return results;
        }

        private ConversationResult resultOf(String name, Future<ConversationResult> child) throws InterruptedException {
            try {
                return child.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof LeaseLost lost) {
                    throw lost;
                }
                if (e.getCause() instanceof InterruptedException) {
                    throw new InterruptedException();
                }
                LOG.error(
                        "The chat {} of job {} failed: {}", name, session.job().id(), Causes.of(e));
                return new ConversationResult(
                        session.turns(conversation.id() + "/" + name),
                        new Ending(Ending.Kind.FAILED, "It stopped with an error."),
                        Map.of());
            }
        }
    }
}
