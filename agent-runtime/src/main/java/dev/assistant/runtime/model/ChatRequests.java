package dev.assistant.runtime.model;

import dev.assistant.runtime.model.ModelMessage.Answered;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.model.ModelMessage.Called;
import dev.assistant.runtime.model.ModelRequest.AnswerSchema;
import dev.assistant.runtime.model.ModelSettings.Structure;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolResult;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Our requests in langchain4j's words. Thread-safe. */
final class ChatRequests {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Structure structure;
    private final IntFunction<DefaultChatRequestParameters.Builder<?>> limitedTo;

    /** @param limitedTo parameters of a request whose answer has so many tokens at most: not all call this limit alike */
    ChatRequests(Structure structure, IntFunction<DefaultChatRequestParameters.Builder<?>> limitedTo) {
        this.structure = structure;
        this.limitedTo = limitedTo;
    }

    ChatRequest of(ModelRequest request) {
        DefaultChatRequestParameters.Builder<?> parameters = limitedTo.apply(request.mostTokens());
        List<ToolSpecification> tools = new ArrayList<>();
        request.tools().forEach(tool -> tools.add(specification(tool.name(), tool.description(), tool.inputSchema())));
        boolean answersByTool = structure == Structure.TOOL && request.schema().isPresent();
        request.schema().ifPresent(schema -> {
            switch (structure) {
                case SCHEMA -> parameters.responseFormat(format(schema));
                case TOOL ->
                    tools.add(specification(
                            schema.name(), "Gives the answer. Call it when you are done.", schema.json()));
                case PROMPT -> {
                    // The system message has it.
                }
            }
        });
        if (!tools.isEmpty()) {
            parameters.toolSpecifications(tools);
            parameters.toolChoice(answersByTool ? ToolChoice.REQUIRED : ToolChoice.AUTO);
        }
        return ChatRequest.builder()
                .messages(messages(request))
                .parameters(parameters.build())
                .build();
    }

    private static ResponseFormat format(AnswerSchema schema) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(schema.name())
                        .rootElement(JsonRawSchema.from(schema.json()))
                        .build())
                .build();
    }

    private static ToolSpecification specification(String name, String description, String schema) {
        ObjectNode tool = JSON.createObjectNode();
        tool.put("name", name).put("description", description).set("parameters", JSON.readTree(schema));
        return ToolSpecification.fromJson(tool.toString());
    }

    private String system(ModelRequest request) {
        return request.system()
                + request.schema()
                        .filter(asked -> structure == Structure.PROMPT)
                        .map(asked -> """


                        Answer with one JSON object that fits this JSON Schema, and with nothing before or after it:
                        %s""".formatted(asked.json()))
                        .orElse("");
    }

    private List<ChatMessage> messages(ModelRequest request) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(system(request)));
        Map<String, String> called = new HashMap<>();
        for (ModelMessage message : request.messages()) {
            switch (message) {
                case Asked asked -> messages.add(UserMessage.from(asked.text()));
                case Answered answered -> {
                    answered.calls().forEach(call -> called.put(call.id(), call.tool()));
                    messages.add(answer(answered));
                }
                case Called results ->
                    results.results()
                            .forEach(result ->
                                    messages.add(result(result, called.getOrDefault(result.call(), "unknown"))));
            }
        }
        return messages;
    }

    private static AiMessage answer(Answered answered) {
        AiMessage.Builder message = AiMessage.builder();
        if (!answered.text().isBlank() || answered.calls().isEmpty()) {
            message.text(something(answered.text()));
        }
        return message.toolExecutionRequests(
                        answered.calls().stream().map(ChatRequests::call).toList())
                .build();
    }

    private static ToolExecutionRequest call(ToolCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.tool())
                .arguments(call.arguments())
                .build();
    }

    private static ToolExecutionResultMessage result(ToolResult result, String tool) {
        return ToolExecutionResultMessage.builder()
                .id(result.call())
                .toolName(tool)
                .text(something(result.text()))
                .isError(result.failed())
                .build();
    }

    /** Providers refuse messages that say nothing. */
    private static String something(String text) {
        return text.isBlank() ? "(nothing)" : text;
    }
}
