package dev.assistant.runtime.agent;

import dev.assistant.model.Usage;
import dev.assistant.runtime.model.ModelAnswer;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolResult;
import dev.assistant.workflow.Turn.ModelUse;
import dev.assistant.workflow.Turn.ToolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a turn takes on its way. For one thread. */
final class Bill {
    private final Prompt instructions;
    private final List<ToolUse> tools = new ArrayList<>();
    private Usage usage = Usage.NONE;
    private String model = "";
    private int calls;

    Bill(Prompt instructions) {
        this.instructions = instructions;
    }

    void add(ModelAnswer answer) {
        usage = usage.plus(answer.usage());
        model = answer.model();
        calls++;
    }

    void add(ToolCall call, ToolResult result) {
        tools.add(new ToolUse(call.tool(), result.failed()));
    }

    List<ToolUse> tools() {
        return List.copyOf(tools);
    }

    /** Empty when no model answered. */
    Optional<ModelUse> use() {
        return calls == 0
                ? Optional.empty()
                : Optional.of(new ModelUse(
                        model,
                        instructions.identity(),
                        usage.inputTokens(),
                        usage.outputTokens(),
                        usage.cachedTokens(),
                        usage.usd(),
                        calls));
    }
}
