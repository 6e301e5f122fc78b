package dev.assistant.runtime.team;

import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.aws.AwsSettings.Service;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.runtime.agent.TurnRunner;
import dev.assistant.runtime.conversation.ConversationEngine;
import dev.assistant.runtime.conversation.WorkflowChats;
import dev.assistant.runtime.model.ModelSettings;
import dev.assistant.runtime.model.Models;
import dev.assistant.runtime.tool.Tool;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolGateway;
import dev.assistant.runtime.tool.ToolResult;
import dev.assistant.testkit.InMemoryUsageLedger;
import dev.assistant.testkit.model.BedrockStub;
import dev.assistant.testkit.model.ModelStub;
import dev.assistant.testkit.model.OpenAiStub;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.ScriptedAnswer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Agents whose model is a stub that speaks a provider's protocol. */
public final class StubbedTeam implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();

    private final ModelStub stub;
    private final Models models;
    private final Team team;

    private StubbedTeam(ModelStub stub, Models models, Team team) {
        this.stub = stub;
        this.models = models;
        this.team = team;
    }

    /** How a model is spoken to. */
    public enum Protocol {
        OPENAI,
        BEDROCK
    }

    /** @param prompts gets what the model is asked */
    public static StubbedTeam answering(
            Protocol protocol, Function<Prompt, ScriptedAnswer> script, List<Prompt> prompts) {
        Function<Prompt, ScriptedAnswer> noting = prompt -> {
            prompts.add(prompt);
            return script.apply(prompt);
        };
        ModelStub stub = switch (protocol) {
            case OPENAI -> OpenAiStub.start(0, noting);
            case BEDROCK -> BedrockStub.start(0, noting);
        };
        ModelSettings settings = settings(protocol, stub);
        Models models = Models.open(
                        settings,
                        new AwsSettings("eu-central-1", Map.of(Service.BEDROCK_RUNTIME, stub.address())),
                        new InMemoryUsageLedger(),
                        CLOCK)
                .orElseThrow();
        TurnRunner runner = new TurnRunner(models.gateway(), new OneAnswer(), CLOCK);
        Team team = new Team(
                WorkflowChats.read(), new ConversationEngine(runner, CLOCK), Allowance.of(settings, CLOCK), CLOCK);
        return new StubbedTeam(stub, models, team);
    }

    public Team team() {
        return team;
    }

    /** Does not wait: clients take their time to go. */
    @Override
    public void close() {
        Thread.ofVirtual().start(() -> {
            try (stub) {
                models.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ModelSettings settings(Protocol protocol, ModelStub stub) {
        return ModelSettings.from(new Environment(
                switch (protocol) {
                    case OPENAI ->
                        Map.of(
                                "MODEL_PROVIDER", "openai",
                                "MODEL_IDS", "scripted",
                                "MODEL_BASE_URL", stub.address().toString(),
                                "MODEL_API_KEY", "sk-secret");
                    case BEDROCK ->
                        Map.of(
                                "MODEL_PROVIDER", "bedrock",
                                "MODEL_IDS", "scripted",
                                "MODEL_AWS_ACCESS_KEY_ID", "test",
                                "MODEL_AWS_SECRET_ACCESS_KEY", "test");
                }));
    }

    /** Finds one thing, whatever it is asked. */
    private static final class OneAnswer implements ToolGateway {
        @Override
        public List<Tool> offered(Set<String> names) {
            return Stream.of("github_search_code", "codebase_find_definition")
                    .filter(names::contains)
                    .map(name -> new Tool(name, "Searches.", "{\"type\":\"object\",\"properties\":{}}"))
                    .toList();
        }

        @Override
        public ToolResult call(ToolCall call, Scope scope) {
            return new ToolResult(call.id(), "https://github.com/o/r lib.py: def add(x, y): ...", false);
        }
    }
}
