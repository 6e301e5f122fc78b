package dev.assistant.runtime.model;

import dev.assistant.model.KnownModel;
import dev.assistant.model.KnownModels;
import dev.assistant.runtime.model.ModelSettings.ApiKey;
import dev.assistant.runtime.model.ModelSettings.Structure;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Models of a server that speaks OpenAI's chat protocol: OpenAI's own, OpenRouter, Ollama, vLLM. */
final class OpenAiModels implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String OWN_SERVERS = ".openai.com";
    /** What servers without keys are sent, since the library insists. */
    private static final String NO_KEY = "none";

    private final ModelSettings settings;
    private final KnownModels known;
    private final ExecutorService threads;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            // Not every server that speaks the protocol takes an offer of HTTP/2 well.
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    OpenAiModels(ModelSettings settings, KnownModels known, ExecutorService threads) {
        this.settings = settings;
        this.known = known;
        this.threads = threads;
    }

    /** @param longest how long one answer may take */
    List<LanguageModel> open(Duration longest) {
        ServerClient.Builder client = new ServerClient.Builder(new ServerClient(http, threads, longest));
        return settings.models().stream()
                .map(id -> model(id, settings.streams() ? streamed(id, client) : whole(id, client)))
                .toList();
    }

    private LanguageModel model(String id, ChatModelCall call) {
        ChatRequests requests = new ChatRequests(structure(id), this::limitedTo);
        return new ChatLanguageModel(id, call, requests, new ChatAnswers(id, known.price(id)));
    }

    private Structure structure(String id) {
        boolean follows = known.find(id).map(KnownModel::followsSchemas).orElse(true);
        return settings.structure().orElse(follows ? Structure.SCHEMA : Structure.TOOL);
    }

    /** OpenAI has renamed the limit of an answer, and its newer models refuse the old name; the others know only that. */
    private DefaultChatRequestParameters.Builder<?> limitedTo(int tokens) {
        String host = settings.baseUrl().map(URI::getHost).orElse("");
        return host.endsWith(OWN_SERVERS)
                ? OpenAiChatRequestParameters.builder().maxCompletionTokens(tokens)
                : ChatRequestParameters.builder().maxOutputTokens(tokens);
    }

    private ChatModelCall streamed(String id, ServerClient.Builder client) {
        return new StreamedCall(
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(address())
                        .apiKey(key())
                        .modelName(id)
                        .strictJsonSchema(true)
                        .build(),
                threads);
    }

    private ChatModelCall whole(String id, ServerClient.Builder client) {
        return new BlockingCall(
                OpenAiChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(address())
                        .apiKey(key())
                        .modelName(id)
                        .strictJsonSchema(true)
                        .maxRetries(0)
                        .build(),
                threads);
    }

    private String address() {
        return settings.baseUrl().map(URI::toString).orElseThrow();
    }

    private String key() {
        return Optional.of(settings)
                .flatMap(ModelSettings::key)
                .map(ApiKey::value)
                .orElse(NO_KEY);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
