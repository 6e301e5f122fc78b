package dev.assistant.runtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.identity.UserId;
import dev.assistant.runtime.NoTools;
import dev.assistant.runtime.NotedRun;
import dev.assistant.runtime.NotedRun.Killed;
import dev.assistant.runtime.ScriptedModel;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.agent.TurnRunner;
import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.conversation.Conversation.Spoken;
import dev.assistant.runtime.model.Budget.Limits;
import dev.assistant.runtime.model.ModelAnswer;
import dev.assistant.runtime.model.ModelFailure;
import dev.assistant.runtime.model.ModelMessage;
import dev.assistant.runtime.model.ModelRequest;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Decision.Answer;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Conversations of the shipped workflows, with models that answer from a script. */
final class ConversationEngineTest {
    private static final WorkflowChats CHATS = WorkflowChats.read();
    private static final String CHECKED = "{\"message\":\"It agrees with the code.\",\"done\":true}";

    private final TestClock clock = new TestClock();
    private final NotedRun run = new NotedRun(job(clock.instant()));

    @Test
    void a_group_chat_goes_on_until_its_manager_is_done() throws InterruptedException {
        ScriptedModel model = documenting();

        ConversationResult result = hold(model, run, documentation());

        assertThat(result.ending().kind()).isEqualTo(Ending.Kind.DONE);
        assertThat(result.turns())
                .extracting(Turn::agent, Turn::kind)
                .containsExactly(
                        tuple("documentation_agent", Kind.SPOKE),
                        tuple("project_manager", Kind.CHOSE),
                        tuple("code_analyzer", Kind.SPOKE),
                        tuple("project_manager", Kind.CHOSE));
        assertThat(result.lastOf("documentation_agent").orElseThrow().answer())
                .hasValueSatisfying(answer -> assertThat(answer).contains("`add`"));
        assertThat(model.isExhausted()).isTrue();
    }

    @Test
    void a_group_chat_killed_at_any_turn_ends_with_the_same_transcript_and_pays_no_stored_turn_again()
            throws InterruptedException {
        List<Turn> whole = hold(documenting(), run, documentation()).turns();
        for (int stored = 0; stored < whole.size(); stored++) {
            ScriptedModel model = documenting();
            NotedRun first = new NotedRun(run.job()).killedAfter(stored);
            assertThatThrownBy(() -> hold(model, first, documentation())).isInstanceOf(Killed.class);
            int paid = model.asked().size();

            NotedRun second = first.resumed();
            ScriptedModel rest = documenting().without(whole.subList(0, stored));
            List<Turn> resumed = hold(rest, second, documentation()).turns();

            assertThat(resumed).as("killed after %d turns", stored).isEqualTo(whole);
            assertThat(paid).isEqualTo(stored + 1);
            assertThat(rest.asked()).hasSize(whole.size() - stored);
        }
    }

    @Test
    void nested_chats_killed_at_any_turn_end_with_the_same_transcript() throws InterruptedException {
        ConversationResult whole = hold(reviewing(), run, reviews());
        assertThat(whole.children()).containsOnlyKeys("code", "security", "documentation");
        assertThat(whole.lastOf("project_manager").orElseThrow().answer().orElseThrow())
                .contains("NEEDS_WORK");
        int turns = run.turns().size();
        assertThat(turns).isEqualTo(4);
        for (int stored = 0; stored <= turns; stored++) {
            NotedRun first = new NotedRun(run.job()).killedAfter(stored);
            try {
                hold(reviewing(), first, reviews());
            } catch (Killed killed) {
                assertThat(first.turns()).hasSize(stored);
            }
            NotedRun second = first.resumed();
            ScriptedModel rest = reviewing().without(first.turns());

            ConversationResult resumed = hold(rest, second, reviews());

            assertThat(resumed).as("killed after %d turns", stored).isEqualTo(whole);
            assertThat(rest.asked()).hasSize(turns - stored);
        }
    }

    @Test
    void a_nested_chat_that_fails_leaves_a_result_that_says_so() throws InterruptedException {
        ScriptedModel model = new ScriptedModel()
                .says("code_analyzer", findings("Fine."))
                .replies("security_auditor", request -> {
                    throw new ModelFailure(ModelFailure.Kind.UNAVAILABLE, "The model does not answer.");
                })
                .says("documentation_agent", findings("Fine."))
                .replies("project_manager", request -> {
                    assertThat(text(request)).contains("security (incomplete: The model does not answer.)");
                    return ScriptedModel.answer(
                            "{\"message\":\"Security is missing.\",\"decision\":\"NEEDS_WORK\",\"done\":true}",
                            ModelAnswer.Ending.DONE);
                });

        ConversationResult result = hold(model, run, reviews());

        assertThat(result.isComplete()).isFalse();
        assertThat(result.children())
                .hasEntrySatisfying(
                        "security",
                        security -> assertThat(security.ending())
                                .isEqualTo(new Ending(Ending.Kind.FAILED, "The model does not answer.")));
        assertThat(result.children())
                .hasEntrySatisfying(
                        "code", code -> assertThat(code.isComplete()).isTrue());
    }

    @Test
    void a_choice_that_fails_falls_back_to_the_next_in_turn_and_keeps_its_price() throws InterruptedException {
        ScriptedModel model = new ScriptedModel()
                .says("documentation_agent", document("`add` adds."))
                .says("project_manager", "{\"message\":\"m\",\"next\":\"the_boss\",\"done\":false}")
                .says("project_manager", "I cannot decide.")
                .says("code_analyzer", CHECKED)
                .says("project_manager", choice("project_manager", true));

        List<Turn> turns = hold(model, run, documentation()).turns();

        assertThat(turns.get(1).kind()).isEqualTo(Kind.CHOSE);
        assertThat(turns.get(1).text()).contains("code_analyzer's turn");
        assertThat(turns.get(1).model().orElseThrow().calls()).isEqualTo(2);
        assertThat(turns.get(2).agent()).isEqualTo("code_analyzer");
    }

    @Test
    void a_job_that_asks_a_person_waits_and_goes_on_with_the_decision() throws InterruptedException {
        ScriptedModel model = new ScriptedModel()
                .says("deployment_agent", PLAN)
                .says("project_manager", "{\"message\":\"Complete.\",\"done\":true}");
        Conversation deployment = CHATS.byName("deployment")
                .conversation(
                        "main",
                        Map.of("environment", "staging"),
                        List.of(),
                        Map.of("executor", turns -> new Spoken("dockerfile:1 exposes 8080", Optional.empty(), false)));
        assertThat(hold(model, run, deployment).ending().kind()).isEqualTo(Ending.Kind.ASKS_PERSON);

        NotedRun next = run.resumed();
        next.decide("main", new Decision(Answer.REJECTED, Optional.of("Not on a Friday.")));
        ConversationResult result = hold(new ScriptedModel(), next, deployment);

        assertThat(result.ending()).isEqualTo(new Ending(Ending.Kind.REJECTED, "Rejected. Not on a Friday."));
        assertThat(result.turns().getLast().agent()).isEqualTo("user_proxy");
    }

    @Test
    void what_is_used_up_ends_it_and_earlier_attempts_count() throws InterruptedException {
        Limits three =
                new Limits(1_000_000, new BigDecimal("10"), 3, clock.instant().plus(Duration.ofHours(1)));
        ScriptedModel model = documenting();
        NotedRun first = new NotedRun(run.job()).killedAfter(2);
        assertThatThrownBy(() -> hold(model, first, documentation(), three)).isInstanceOf(Killed.class);

        NotedRun second = first.resumed();
        ConversationResult result = hold(documenting().without(second.turns()), second, documentation(), three);

        assertThat(result.ending().kind()).isEqualTo(Ending.Kind.OVERDRAWN);
        assertThat(result.turns()).filteredOn(turn -> turn.model().isPresent()).hasSize(3);
    }

    @Test
    void an_interrupted_conversation_stops_and_keeps_what_was_said() throws InterruptedException {
        ScriptedModel model = new ScriptedModel()
                .says("documentation_agent", document("`add` adds."))
                .replies("project_manager", request -> {
                    throw new InterruptedException();
                });

        assertThatThrownBy(() -> hold(model, run, documentation())).isInstanceOf(InterruptedException.class);
        assertThat(run.turns()).hasSize(1);
    }

    @Test
    void material_and_what_others_said_are_set_apart_as_data_and_secrets_are_masked() throws InterruptedException {
        ScriptedModel model = documenting();
        AtomicBoolean seen = new AtomicBoolean();

        hold(model, run, documentation());

        for (ModelRequest request : model.asked()) {
            assertThat(text(request)).doesNotContain("AKIAIOSFODNN7EXAMPLE");
            assertThat(text(request))
                    .containsPattern("<data boundary=([0-9a-f]{16}) name=\"calc.py\">\\R(?s).*</data boundary=\\1>");
            seen.compareAndSet(false, text(request).contains("name=\"said by documentation_agent\""));
        }
        assertThat(seen).isTrue();
    }

    @Test
    void every_agent_of_a_conversation_hears_the_same_opening() throws InterruptedException {
        ScriptedModel model = documenting();

        hold(model, run, documentation());

        assertThat(model.asked())
                .extracting(request -> text(request).substring(0, text(request).indexOf("</data")))
                .containsOnly(text(model.asked().getFirst())
                        .substring(0, text(model.asked().getFirst()).indexOf("</data")));
    }

    private static final String PLAN = """
            {"message":"Planned.","done":true,"summary":"Roll out.","steps":[{"title":"Build","detail":"Build the image.",
            "based_on":["dockerfile:1"],"rollback":""}],"checklist":[],"risks":[]}""";

    private static ScriptedModel documenting() {
        return new ScriptedModel()
                .says("documentation_agent", document("`add` adds."))
                .says("project_manager", choice("code_analyzer", false))
                .says("code_analyzer", CHECKED)
                .says("project_manager", choice("project_manager", true));
    }

    private static ScriptedModel reviewing() {
        return new ScriptedModel()
                .says("code_analyzer", findings("The code is fine."))
                .says("security_auditor", findings("It is safe."))
                .says("documentation_agent", findings("It is documented."))
                .says("project_manager", "{\"message\":\"All in all.\",\"decision\":\"NEEDS_WORK\",\"done\":true}");
    }

    private static String document(String markdown) {
        return "{\"message\":\"Written.\",\"done\":false,\"title\":\"Calc\",\"markdown\":\"" + markdown + "\"}";
    }

    private static String findings(String message) {
        return "{\"message\":\"" + message + "\",\"done\":true,\"findings\":[],\"dismissed_evidence\":[]}";
    }

    private static String choice(String next, boolean done) {
        return "{\"message\":\"Next.\",\"next\":\"" + next + "\",\"done\":" + done + "}";
    }

    private static Conversation documentation() {
        return CHATS.byName("documentation_generation")
                .conversation(
                        "main",
                        Map.of(),
                        List.of(new Material("calc.py", "key = 'AKIAIOSFODNN7EXAMPLE'\ndef add(a, b): return a + b")),
                        Map.of());
    }

    private static Conversation reviews() {
        return CHATS.byName("comprehensive_feature_review")
                .conversation("main", Map.of(), List.of(new Material("calc.py", "x = 1")), Map.of());
    }

    private ConversationResult hold(ScriptedModel model, NotedRun its, Conversation conversation)
            throws InterruptedException {
        return hold(
                model,
                its,
                conversation,
                new Limits(1_000_000, new BigDecimal("10"), 100, clock.instant().plus(Duration.ofHours(1))));
    }

    private ConversationResult hold(ScriptedModel model, NotedRun its, Conversation conversation, Limits limits)
            throws InterruptedException {
        TurnRunner runner = new TurnRunner(model, new NoTools(), clock);
        return new ConversationEngine(runner, clock).hold(conversation, Session.open(its, limits, clock));
    }

    /** Everything that a model was told, besides its instructions. */
    private static String text(ModelRequest request) {
        StringBuilder text = new StringBuilder();
        for (ModelMessage message : request.messages()) {
            switch (message) {
                case ModelMessage.Asked asked -> text.append(asked.text());
                case ModelMessage.Answered answered -> text.append(answered.text());
                case ModelMessage.Called called -> text.append(called.results());
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static Job job(Instant now) {
        return new Job(
                new JobId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                Optional.empty(),
                "documentation_generation",
                Produces.DOCUMENT,
                JobStatus.RUNNING,
                0,
                "working",
                Optional.empty(),
                false,
                now,
                Optional.of(now),
                Optional.empty());
    }
}
