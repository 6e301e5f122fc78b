package dev.assistant.runtime.model;

import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolResult;
import java.util.List;

/** A message between an agent and its model. */
public sealed interface ModelMessage {
    /** What the model is told. */
    record Asked(String text) implements ModelMessage {}

    /** What the model answered before. */
    record Answered(String text, List<ToolCall> calls) implements ModelMessage {
        public Answered {
            calls = List.copyOf(calls);
        }
    }

    /** What came of the calls of the answer before, in their order. */
    record Called(List<ToolResult> results) implements ModelMessage {
        public Called {
            results = List.copyOf(results);
        }
    }
}
