package dev.assistant.runtime.agent;

import dev.assistant.adapters.json.JsonSchema;
import dev.assistant.failure.FieldError;
import dev.assistant.runtime.model.ModelAnswer;
import dev.assistant.runtime.model.ModelAnswer.Ending;
import dev.assistant.runtime.model.ModelFailure;
import dev.assistant.runtime.model.ModelGateway;
import dev.assistant.runtime.model.ModelMessage;
import dev.assistant.runtime.model.ModelRequest;
import dev.assistant.runtime.model.ModelRequest.AnswerSchema;
import dev.assistant.runtime.tool.Tool;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolGateway;
import dev.assistant.runtime.tool.ToolResult;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Has a model take an agent's turn: the only class that asks models. Calls of tools are carried out in a bounded loop; an
 * answer that does not fit its schema is repaired once, with what is wrong with it; a turn that comes to nothing is a turn of
 * kind {@link Kind#FAILED} that says why, so that what it cost is known. Thread-safe.
 */
public final class TurnRunner {
    private static final Duration LONGEST_TOOL_CALL = Duration.ofSeconds(60);
    private static final int MOST_ERRORS_TOLD = 20;

    private final ModelGateway models;
    private final ToolGateway tools;
    private final InstantSource clock;
    private final Prompt common = Prompt.read("common.v1");
    private final Prompt repair = Prompt.read("repair.v1");
    private final Prompt shape = Prompt.read("repair_json.v1");

    public TurnRunner(ModelGateway models, ToolGateway tools, InstantSource clock) {
        this.models = models;
        this.tools = tools;
        this.clock = clock;
    }

    /** The instructions that every agent has beside its own. */
    public List<Prompt> prompts() {
        return List.of(common, repair, shape);
    }

    /**
     * A turn to be taken.
     *
     * @param number its place in its conversation
     * @param kind of the turn when it succeeds
     * @param heard what the agent has before it; the last message is not its own
     */
    public record Part(String conversation, int number, Role role, Kind kind, List<ModelMessage> heard) {
        public Part {
            heard = List.copyOf(heard);
        }
    }

    /**
     * Takes the turn; nothing is stored or told yet.
     *
     * @throws InterruptedException when the calling thread was interrupted
     */
    public Turn take(Part part, Session session) throws InterruptedException {
        Instant started = clock.instant();
        Exchange exchange = new Exchange(part, session);
        Said said = exchange.run();
        return new Turn(
                part.conversation(),
                part.number(),
                part.role().name(),
                said.kind(),
                said.text(),
                said.answer().map(Answer::json),
                said.answer().map(Answer::done).orElse(false),
                exchange.bill.tools(),
                exchange.bill.use(),
                Duration.between(started, clock.instant()));
    }

    /** What a turn came to. */
    private record Said(Kind kind, String text, Optional<Answer> answer) {
        static Said failed(String why) {
            return new Said(Kind.FAILED, why, Optional.empty());
        }
    }

    /** One turn on its way. For one thread. */
    private final class Exchange {
        private final Part part;
        private final Session session;
        private final List<ModelMessage> messages;
        private final List<Tool> offered;
        private final Bill bill;
        private int toolRounds;

        private Exchange(Part part, Session session) {
            this.part = part;
            this.session = session;
            this.messages = new ArrayList<>(part.heard());
            this.offered = part.role().tools().isEmpty()
                    ? List.of()
                    : tools.offered(part.role().tools());
            this.bill = new Bill(instructions());
        }

        private Prompt instructions() {
            return part.role().agent().instructions().orElseThrow();
        }

        private Said run() throws InterruptedException {
            try {
                ModelAnswer first = askUntilSaid();
                if (first.ending() == Ending.REFUSED) {
                    return Said.failed("The model refused to answer.");
                }
                List<String> wrong = wrong(first);
                if (wrong.isEmpty()) {
                    return said(first);
                }
                ModelAnswer second = askAgain(first, wrong);
                if (second.ending() == Ending.REFUSED) {
                    return Said.failed("The model refused to answer.");
                }
                List<String> stillWrong = wrong(second);
                return stillWrong.isEmpty()
                        ? said(second)
                        : Said.failed("The answer could not be used: " + String.join("; ", stillWrong) + ".");
            } catch (ModelFailure e) {
                Kind kind = e.kind() == ModelFailure.Kind.BUDGET ? Kind.OVERDRAWN : Kind.FAILED;
                return new Said(kind, String.valueOf(e.getMessage()), Optional.empty());
            }
        }

        private Said said(ModelAnswer answer) {
            if (part.role().answer().isEmpty()) {
                return new Said(part.kind(), answer.text().strip(), Optional.empty());
            }
            Answer structured = Answer.of(answer.text());
            return new Said(part.kind(), structured.message(), Optional.of(structured));
        }

        private ModelAnswer askUntilSaid() throws ModelFailure, InterruptedException {
            ModelAnswer answer = ask();
            while (answer.ending() == Ending.CALLS_TOOLS && mayCall()) {
                toolRounds++;
                messages.add(new ModelMessage.Answered(answer.text(), answer.calls()));
                messages.add(new ModelMessage.Called(call(answer.calls())));
                answer = ask();
            }
            return answer;
        }

        private ModelAnswer askAgain(ModelAnswer answer, List<String> wrong) throws ModelFailure, InterruptedException {
            messages.add(new ModelMessage.Answered(answer.text(), List.of()));
            String errors = wrong.stream().limit(MOST_ERRORS_TOLD).collect(Collectors.joining("\n- ", "- ", ""));
            messages.add(new ModelMessage.Asked(part.role()
                    .answer()
                    .map(schema -> shape.fill(Map.of("errors", errors, "schema", schema.json())))
                    .orElseGet(() -> repair.fill(Map.of("errors", errors)))));
            return askUntilSaid();
        }

        private ModelAnswer ask() throws ModelFailure, InterruptedException {
            ModelAnswer answer = models.ask(new ModelRequest(
                    session.job().id(),
                    part.role().name(),
                    common.text() + "\n\n" + instructions().text(),
                    messages,
                    mayCall() ? offered : List.of(),
                    part.role().answer(),
                    part.role().mostTokens(),
                    session.budget()));
            bill.add(answer);
            return answer;
        }

        private boolean mayCall() {
            return toolRounds < part.role().mostToolRounds();
        }

        private List<ToolResult> call(List<ToolCall> calls) throws InterruptedException {
            List<ToolResult> results = new ArrayList<>();
            for (ToolCall call : calls) {
                ToolResult result = tools.call(
                        call, session.scope(part.role().tools(), clock.instant().plus(LONGEST_TOOL_CALL)));
                bill.add(call, result);
                session.witness(part.conversation() + ":" + part.number(), call, result);
                results.add(new ToolResult(
                        result.call(), Untrusted.envelope("result of " + call.tool(), result.text()), result.failed()));
            }
            return results;
        }

        private List<String> wrong(ModelAnswer answer) {
            if (answer.ending() == Ending.CUT_OFF) {
                return List.of("it is longer than " + part.role().mostTokens() + " tokens and was cut off");
            }
            if (answer.ending() == Ending.CALLS_TOOLS) {
                return List.of("it calls tools, and no tool can be called any more");
            }
            if (answer.text().isBlank()) {
                return List.of("it is empty");
            }
            return part.role()
                    .answer()
                    .map(schema -> violations(schema, answer))
                    .orElse(List.of());
        }

        private static List<String> violations(AnswerSchema schema, ModelAnswer answer) {
            return JsonSchema.of(schema.json()).violations(Answer.jsonIn(answer.text())).stream()
                    .map(TurnRunner::words)
                    .toList();
        }
    }

    private static String words(FieldError error) {
        return error.field().isEmpty() ? "it " + error.message() : error.field() + " " + error.message();
    }
}
