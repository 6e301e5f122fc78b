package dev.assistant.runtime.model;

import static dev.assistant.testkit.model.ScriptedAnswer.fails;
import static dev.assistant.testkit.model.ScriptedAnswer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assistant.model.ModelCall;
import dev.assistant.model.ModelCall.Outcome;
import dev.assistant.model.Usage;
import dev.assistant.runtime.model.ModelAnswer.Ending;
import dev.assistant.runtime.model.ModelFailure.Kind;
import dev.assistant.runtime.model.ModelMessage.Answered;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.model.ModelMessage.Called;
import dev.assistant.runtime.model.ModelRequest.AnswerSchema;
import dev.assistant.runtime.tool.Tool;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolResult;
import dev.assistant.testkit.InMemoryUsageLedger;
import dev.assistant.testkit.model.ModelStub;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.Script;
import dev.assistant.testkit.model.ScriptedAnswer;
import dev.assistant.testkit.model.ScriptedAnswer.BreaksOff;
import dev.assistant.testkit.model.ScriptedAnswer.CutOff;
import dev.assistant.testkit.model.ScriptedAnswer.Fails;
import dev.assistant.testkit.model.ScriptedAnswer.Garbles;
import dev.assistant.testkit.model.ScriptedAnswer.Refuses;
import dev.assistant.testkit.model.ScriptedAnswer.Says;
import dev.assistant.testkit.model.ScriptedAnswer.Stalls;
import dev.assistant.testkit.model.ScriptedAnswer.ThrottlesMidway;
import dev.assistant.testkit.model.ScriptedAnswer.Tokens;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What models do behind the gateway, whatever protocol they are spoken to in, in a stream or not. */
abstract class GatewayContract {
    private static final Tool READ_FILE = new Tool("filesystem_read_file", "Reads a file.", """
            {"type":"object","properties":{"path":{"type":"string","minLength":1}},"required":["path"],"additionalProperties":false}""");
    private static final AnswerSchema SCHEMA = new AnswerSchema("findings", """
            {"type":"object","properties":{"message":{"type":"string"},"line":{"type":["integer","null"]}},\
            "required":["message","line"],"additionalProperties":false}""");
    private static final String FINDING = "{\"message\":\"héllo 🎈\",\"line\":3}";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final InMemoryUsageLedger ledger = new InMemoryUsageLedger();
    private final List<Duration> waits = new ArrayList<>();
    private final JobId job = new JobId(UUID.randomUUID());
    private final Budget budget = budget("2.00", 100_000, Duration.ofMinutes(5));
    private final List<AutoCloseable> opened = new ArrayList<>();

    abstract ModelStub stub(Function<Prompt, ScriptedAnswer> script);

    /** Models of this protocol at the stub's address. */
    abstract Models open(ModelStub stub, List<String> ids, InMemoryUsageLedger ledger, Waiting waiting);

    /** Two models whose prices are known; the first is held to schemas, the second answers by tools. */
    abstract List<String> ids();

    /** Not waited for: clients take their time to go. */
    @AfterEach
    void close() {
        for (AutoCloseable each : opened.reversed()) {
            Thread.ofVirtual().start(() -> {
                try {
                    each.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Test
    void answers_and_counts_what_it_took() throws Exception {
        ModelStub stub = started(Script.of(new Says("It is fine.", new Tokens(1000, 400, 50))));

        ModelAnswer answer = gateway(stub).ask(asking("Is it fine?"));

        assertThat(answer.text()).isEqualTo("It is fine.");
        assertThat(answer.ending()).isEqualTo(Ending.DONE);
        assertThat(answer.model()).isEqualTo(ids().getFirst());
        assertThat(answer.usage().inputTokens()).isEqualTo(1000);
        assertThat(answer.usage().cachedTokens()).isEqualTo(400);
        assertThat(answer.usage().outputTokens()).isEqualTo(50);
        assertThat(answer.usage().usd()).isPositive();
        assertThat(budget.spent()).isEqualTo(answer.usage());
        Prompt prompt = stub.prompts().getFirst();
        assertThat(prompt.system()).isEqualTo("You review code.");
        assertThat(prompt.messages()).containsExactly("Is it fine?");
        assertThat(ledger.of(job)).singleElement().satisfies(call -> {
            assertThat(call.agent()).isEqualTo("code_analyzer");
            assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(call.usage()).isEqualTo(answer.usage());
        });
    }

    @Test
    void brings_tool_calls_and_takes_their_results() throws Exception {
        ModelStub stub = started(Script.of(
                ScriptedAnswer.calls("call-1", "filesystem_read_file", "{\"path\":\"app/db.py\"}"),
                says("It reads the database.")));
        ModelGateway gateway = gateway(stub);

        ModelAnswer wish = gateway.ask(asking("What does it do?", List.of(READ_FILE), Optional.empty()));
        assertThat(wish.ending()).isEqualTo(Ending.CALLS_TOOLS);
        assertThat(wish.calls()).singleElement().satisfies(call -> {
            assertThat(call.tool()).isEqualTo("filesystem_read_file");
            assertThat(call.arguments()).isEqualToIgnoringWhitespace("{\"path\":\"app/db.py\"}");
        });
        ToolCall call = wish.calls().getFirst();
        ModelAnswer answer = gateway.ask(new ModelRequest(
                job,
                "code_analyzer",
                "You review code.",
                List.of(
                        new Asked("What does it do?"),
                        new Answered(wish.text(), wish.calls()),
                        new Called(List.of(new ToolResult(call.id(), "import sqlite3", false)))),
                List.of(READ_FILE),
                Optional.empty(),
                500,
                budget));

        assertThat(answer.text()).isEqualTo("It reads the database.");
        assertThat(stub.prompts().getFirst().tools()).containsExactly("filesystem_read_file");
        assertThat(stub.prompts().getLast().contains("import sqlite3")).isTrue();
    }

    @Test
    void holds_a_model_that_can_to_a_schema() throws Exception {
        ModelStub stub = started(Script.of(says(FINDING)));

        ModelAnswer answer = gateway(stub).ask(asking("Look.", List.of(), Optional.of(SCHEMA)));

        assertThat(answer.text()).isEqualTo(FINDING);
        assertThat(stub.prompts().getFirst().schema()).contains("findings");
        assertThat(stub.prompts().getFirst().mustCall()).isFalse();
    }

    @Test
    void gets_a_structured_answer_through_a_tool_from_a_model_that_knows_no_schemas() throws Exception {
        ModelStub stub = started(Script.of(says(FINDING)));

        ModelAnswer answer =
                gateway(stub, List.of(ids().getLast())).ask(asking("Look.", List.of(READ_FILE), Optional.of(SCHEMA)));

        assertThat(JSON.readTree(answer.text())).isEqualTo(JSON.readTree(FINDING));
        assertThat(answer.ending()).isEqualTo(Ending.DONE);
        assertThat(answer.calls()).isEmpty();
        assertThat(stub.prompts().getFirst().tools()).containsExactly("filesystem_read_file", "findings");
        assertThat(stub.prompts().getFirst().mustCall()).isTrue();
    }

    @Test
    void leaves_out_the_thoughts_that_come_before_an_answer() throws Exception {
        ModelStub stub = started(Script.of(
                says("<think>\nMaybe {\"line\":1}?\n</think>\n\n" + FINDING),
                says("It may be {\"line\":1}.\n</think>\n" + FINDING),
                says("<think>\nOn and on"),
                says("The tag <think> opens, and </think> closes.")));
        ModelGateway gateway = gateway(stub);

        assertThat(gateway.ask(asking("One")).text()).isEqualTo(FINDING);
        assertThat(gateway.ask(asking("Two")).text()).isEqualTo(FINDING);
        assertThat(gateway.ask(asking("Three")).text()).isEmpty();
        assertThat(gateway.ask(asking("Four")).text()).isEqualTo("The tag <think> opens, and </think> closes.");
    }

    @Test
    void says_that_an_answer_was_cut_off_or_refused() throws Exception {
        ModelStub stub = started(Script.of(new CutOff("{\"message\":\"it goes on and"), new Refuses()));
        ModelGateway gateway = gateway(stub);

        assertThat(gateway.ask(asking("One")).ending()).isEqualTo(Ending.CUT_OFF);
        assertThat(gateway.ask(asking("Two")).ending()).isEqualTo(Ending.REFUSED);
        assertThat(ledger.of(job)).extracting(ModelCall::outcome).containsExactly(Outcome.CUT_OFF, Outcome.REFUSED);
    }

    @Test
    void waits_as_long_as_a_throttled_provider_asks_and_then_asks_again() throws Exception {
        ModelStub stub =
                started(Script.of(new Fails(429, Optional.of(Duration.ofSeconds(7))), fails(503), says("Back.")));

        assertThat(gateway(stub, List.of(ids().getFirst()))
                        .ask(asking("Hello?"))
                        .text())
                .isEqualTo("Back.");

        assertThat(waits).hasSize(2);
        assertThat(waits.getFirst()).isEqualTo(Duration.ofSeconds(7));
        assertThat(waits.getLast()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(stub.prompts()).hasSize(3);
    }

    @Test
    void falls_back_to_the_next_model_after_three_tries_and_says_which_one_answered() throws Exception {
        String first = ids().getFirst();
        ModelStub stub = started(prompt -> prompt.model().equals(first) ? fails(500) : says("Second."));

        ModelAnswer answer = gateway(stub).ask(asking("Hello?"));

        assertThat(answer.model()).isEqualTo(ids().getLast());
        assertThat(stub.prompts()).extracting(Prompt::model).containsExactly(first, first, first, ids().getLast());
        assertThat(ledger.of(job))
                .extracting(ModelCall::outcome)
                .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.FAILED, Outcome.ANSWERED);
    }

    @Test
    void does_not_ask_again_what_no_other_try_can_change() throws Exception {
        ModelStub stub = started(Script.of(fails(400)));

        ModelFailure failure =
                catchThrowableOfType(ModelFailure.class, () -> gateway(stub).ask(asking("Too long.")));

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(stub.prompts()).hasSize(1);
        assertThat(budget.spent()).isEqualTo(Usage.NONE);
    }

    @Test
    void tries_another_model_at_once_when_one_may_not_be_used() throws Exception {
        String first = ids().getFirst();
        ModelStub stub = started(prompt -> prompt.model().equals(first) ? fails(403) : says("Second."));

        assertThat(gateway(stub).ask(asking("Hello?")).text()).isEqualTo("Second.");
        assertThat(stub.prompts()).hasSize(2);
        assertThat(waits).isEmpty();
    }

    @Test
    void leaves_a_model_that_keeps_failing_alone_for_a_while() throws Exception {
        String first = ids().getFirst();
        ModelStub stub = started(prompt -> prompt.model().equals(first) ? fails(503) : says("Second."));
        ModelGateway gateway = gateway(stub);
        gateway.ask(asking("One"));
        gateway.ask(asking("Two"));
        int before = stub.prompts().size();

        gateway.ask(asking("Three"));

        assertThat(stub.prompts().subList(before, stub.prompts().size()))
                .extracting(Prompt::model)
                .containsExactly(ids().getLast());
    }

    @Test
    void discards_what_came_before_a_stream_broke() throws Exception {
        ModelStub stub = started(Script.of(
                new BreaksOff("{\"message\":\"half an"),
                new ThrottlesMidway("half an answer, "),
                says("A whole one.")));

        assertThat(gateway(stub).ask(asking("Hello?")).text()).isEqualTo("A whole one.");
        assertThat(stub.prompts()).hasSize(3);
    }

    @Test
    void takes_what_is_not_of_the_protocol_for_a_failure() throws Exception {
        ModelStub stub = started(Script.of(new Garbles()));

        ModelFailure failure = catchThrowableOfType(
                ModelFailure.class,
                () -> gateway(stub, List.of(ids().getFirst())).ask(asking("Hello?")));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(stub.prompts()).hasSize(3);
        // Whatever it was, it may have been charged.
        assertThat(budget.spent().inputTokens()).isPositive();
    }

    @Test
    void gives_up_at_the_jobs_deadline() throws Exception {
        ModelStub stub = started(Script.of(new Stalls()));
        Budget short_ = budget("2.00", 100_000, Duration.ofMillis(700));

        assertThatThrownBy(() -> gateway(stub).ask(asking("Hello?", short_))).isInstanceOf(ModelFailure.class);
        assertThat(ledger.of(job)).extracting(ModelCall::outcome).containsOnly(Outcome.TIMED_OUT);
    }

    @Test
    void sends_nothing_that_the_budget_does_not_hold() throws Exception {
        ModelStub stub = started(Script.of(says("Yes.")));

        for (Budget little : List.of(
                budget("0.000001", 100_000, Duration.ofMinutes(1)), budget("2.00", 100, Duration.ofMinutes(1)))) {
            ModelFailure failure =
                    catchThrowableOfType(ModelFailure.class, () -> gateway(stub).ask(asking("Hello?", little)));
            assertThat(failure.kind()).isEqualTo(Kind.BUDGET);
        }
        assertThat(stub.prompts()).isEmpty();
    }

    @Test
    void stops_within_two_seconds_when_it_is_interrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        ModelStub stub = started(prompt -> {
            asked.countDown();
            return new Stalls();
        });
        ModelGateway gateway = gateway(stub);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                gateway.ask(asking("Hello?"));
            } catch (Throwable thrown) {
                end.complete(thrown);
            }
        });
        asked.await();

        caller.interrupt();

        assertThat(end.get(2, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(ledger.of(job)).extracting(ModelCall::outcome).containsExactly(Outcome.INTERRUPTED);
    }

    private ModelStub started(Function<Prompt, ScriptedAnswer> script) {
        ModelStub stub = stub(script);
        opened.add(stub);
        return stub;
    }

    private ModelGateway gateway(ModelStub stub) {
        return gateway(stub, ids());
    }

    private ModelGateway gateway(ModelStub stub, List<String> ids) {
        Models models = open(stub, ids, ledger, waits::add);
        opened.add(models);
        return models.gateway();
    }

    private static Budget budget(String usd, long tokens, Duration time) {
        Instant deadline = InstantSource.system().instant().plus(time);
        return new Budget(new Budget.Limits(tokens, new BigDecimal(usd), 50, deadline), InstantSource.system());
    }

    private ModelRequest asking(String text) {
        return asking(text, budget);
    }

    private ModelRequest asking(String text, Budget limited) {
        return request(text, List.of(), Optional.empty(), limited);
    }

    private ModelRequest asking(String text, List<Tool> tools, Optional<AnswerSchema> schema) {
        return request(text, tools, schema, budget);
    }

    private ModelRequest request(String text, List<Tool> tools, Optional<AnswerSchema> schema, Budget limited) {
        return new ModelRequest(
                job, "code_analyzer", "You review code.", List.of(new Asked(text)), tools, schema, 500, limited);
    }
}
