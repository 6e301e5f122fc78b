package dev.assistant.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.runtime.model.Budget.Limits;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.model.ModelRequest.AnswerSchema;
import dev.assistant.runtime.model.ModelSettings.Structure;
import dev.assistant.workflow.JobId;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ChatRequestsTest {
    private static final AnswerSchema SCHEMA = new AnswerSchema("message", "{\"type\":\"object\"}");

    @Test
    void a_model_that_knows_neither_schemas_nor_tools_is_told_the_form() {
        ChatRequest request = asked(Structure.PROMPT, Optional.of(SCHEMA));

        assertThat(system(request))
                .startsWith("You review code.\n\nAnswer with")
                .endsWith(SCHEMA.json());
        assertThat(request.responseFormat()).isNull();
        assertThat(request.toolSpecifications()).isNullOrEmpty();
    }

    @Test
    void the_form_is_said_once() {
        assertThat(system(asked(Structure.SCHEMA, Optional.of(SCHEMA)))).isEqualTo("You review code.");
        assertThat(system(asked(Structure.PROMPT, Optional.empty()))).isEqualTo("You review code.");
    }

    private static String system(ChatRequest request) {
        return ((SystemMessage) request.messages().getFirst()).text();
    }

    private static ChatRequest asked(Structure structure, Optional<AnswerSchema> schema) {
        Limits limits = new Limits(1_000, BigDecimal.ONE, 1, Instant.MAX);
        return new ChatRequests(
                        structure, most -> ChatRequestParameters.builder().maxOutputTokens(most))
                .of(new ModelRequest(
                        new JobId(UUID.randomUUID()),
                        "code_analyzer",
                        "You review code.",
                        List.of(new Asked("Look.")),
                        List.of(),
                        schema,
                        500,
                        new Budget(limits, InstantSource.system())));
    }
}
