package dev.assistant.runtime.model;

import dev.assistant.model.Price;
import dev.assistant.model.Price.Tokens;
import dev.assistant.model.Usage;
import dev.assistant.runtime.model.ModelAnswer.Ending;
import dev.assistant.runtime.model.ModelRequest.AnswerSchema;
import dev.assistant.runtime.tool.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.bedrock.BedrockTokenUsage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** langchain4j's answers in our words, with their price. Thread-safe. */
final class ChatAnswers {
    private final String model;
    private final Price price;

    ChatAnswers(String model, Price price) {
        this.model = model;
        this.price = price;
    }

    /** A call of the tool that stands for the answer is the answer. */
    ModelAnswer of(ChatResponse response, Optional<AnswerSchema> schema) {
        AiMessage message = response.aiMessage();
        List<ToolExecutionRequest> calls = message.toolExecutionRequests();
        Usage usage = usage(response.tokenUsage());
        Ending ending = ending(response.finishReason(), !calls.isEmpty());
        Optional<String> byTool = calls.stream()
                .filter(call ->
                        schema.filter(asked -> asked.name().equals(call.name())).isPresent())
                .map(ToolExecutionRequest::arguments)
                .findFirst();
        if (byTool.isPresent()) {
            Ending whole = ending == Ending.CALLS_TOOLS ? Ending.DONE : ending;
            return new ModelAnswer(byTool.get(), List.of(), whole, usage, model);
        }
        List<ToolCall> wanted = IntStream.range(0, calls.size())
                .mapToObj(number -> call(calls.get(number), number))
                .toList();
        String said = Thoughts.leftOut(Objects.requireNonNullElse(message.text(), ""));
        return new ModelAnswer(said, wanted, ending, usage, model);
    }

    /** An answer that a provider refused with an error instead of an answer. */
    ModelAnswer refusal(String text) {
        return new ModelAnswer(text, List.of(), Ending.REFUSED, Usage.NONE, model);
    }

    /** Not every server gives its calls names of their own. */
    private static ToolCall call(ToolExecutionRequest call, int number) {
        String id = Objects.requireNonNullElse(call.id(), "");
        return new ToolCall(
                id.isBlank() ? "call_" + number : id, call.name(), Objects.requireNonNullElse(call.arguments(), "{}"));
    }

    private static Ending ending(@Nullable FinishReason reason, boolean callsTools) {
        return switch (reason) {
            case LENGTH -> Ending.CUT_OFF;
            case CONTENT_FILTER -> Ending.REFUSED;
            case TOOL_EXECUTION, STOP -> callsTools ? Ending.CALLS_TOOLS : Ending.DONE;
            // Such as a context that is full: whatever there is, it is not the whole answer.
            case OTHER -> Ending.CUT_OFF;
            case null -> callsTools ? Ending.CALLS_TOOLS : Ending.DONE;
        };
    }

    private Usage usage(@Nullable TokenUsage usage) {
        return switch (usage) {
            case BedrockTokenUsage used ->
                price.of(new Tokens(
                        count(used.inputTokenCount()),
                        count(used.cacheReadInputTokens()),
                        count(used.cacheWriteInputTokens()),
                        count(used.outputTokenCount())));
            case OpenAiTokenUsage used -> {
                long cached = Optional.ofNullable(used.inputTokensDetails())
                        .map(details -> count(details.cachedTokens()))
                        .orElse(0L);
                long input = Math.max(0, count(used.inputTokenCount()) - cached);
                yield price.of(new Tokens(input, cached, 0, count(used.outputTokenCount())));
            }
            case null -> Usage.NONE;
            default -> price.of(new Tokens(count(usage.inputTokenCount()), 0, 0, count(usage.outputTokenCount())));
        };
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
