package dev.assistant.runtime.model;

import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.aws.AwsSettings.Service;
import dev.assistant.model.KnownModel;
import dev.assistant.model.KnownModels;
import dev.assistant.runtime.model.ModelSettings.AwsAccount;
import dev.assistant.runtime.model.ModelSettings.Structure;
import dev.langchain4j.model.bedrock.BedrockCachePointPlacement;
import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.bedrock.BedrockChatRequestParameters;
import dev.langchain4j.model.bedrock.BedrockGuardrailConfiguration;
import dev.langchain4j.model.bedrock.BedrockStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * Models of Amazon Bedrock, by Converse or ConverseStream. Neither the SDK nor langchain4j asks twice: that is the gateway's.
 * Closing it closes the clients.
 */
final class BedrockModels implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String PLAIN = "http";

    private final AwsSettings aws;
    private final ModelSettings settings;
    private final KnownModels known;
    private final ExecutorService threads;
    private final List<AutoCloseable> clients = new ArrayList<>();

    BedrockModels(AwsSettings aws, ModelSettings settings, KnownModels known, ExecutorService threads) {
        this.aws = aws;
        this.settings = settings;
        this.known = known;
        this.threads = threads;
    }

    /** @param longest how long one answer may take */
    List<LanguageModel> open(Duration longest) {
        if (settings.streams()) {
            BedrockRuntimeAsyncClient client = streaming(longest);
            return settings.models().stream()
                    .map(id -> model(id, new StreamedCall(streamed(id, client), threads)))
                    .toList();
        }
        BedrockRuntimeClient client = blocking(longest);
        return settings.models().stream()
                .map(id -> model(id, new BlockingCall(whole(id, client), threads)))
                .toList();
    }

    private LanguageModel model(String id, ChatModelCall call) {
        ChatRequests requests = new ChatRequests(
                structure(id), most -> ChatRequestParameters.builder().maxOutputTokens(most));
        return new ChatLanguageModel(id, call, requests, new ChatAnswers(id, known.price(id)));
    }

    /** Of a model that nothing is known of, only that Converse gives all of them tools. */
    private Structure structure(String id) {
        boolean follows = known.find(id).map(KnownModel::followsSchemas).orElse(false);
        return settings.structure().orElse(follows ? Structure.SCHEMA : Structure.TOOL);
    }

    private BedrockStreamingChatModel streamed(String id, BedrockRuntimeAsyncClient client) {
        return new BedrockStreamingChatModel.Builder()
                .client(client)
                .modelId(id)
                .region(region())
                .supportedCapabilities(capabilities(id))
                .defaultRequestParameters(parameters(id))
                .build();
    }

    private BedrockChatModel whole(String id, BedrockRuntimeClient client) {
        return new BedrockChatModel.Builder()
                .client(client)
                .maxRetries(0)
                .modelId(id)
                .region(region())
                .supportedCapabilities(capabilities(id))
                .defaultRequestParameters(parameters(id))
                .build();
    }

    private Set<Capability> capabilities(String id) {
        return structure(id) == Structure.SCHEMA ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA) : Set.of();
    }

    private ChatRequestParameters parameters(String id) {
        BedrockChatRequestParameters.Builder parameters = new BedrockChatRequestParameters.Builder();
        if (known.find(id).map(KnownModel::cachesPrompts).orElse(false)) {
            parameters.promptCaching(BedrockCachePointPlacement.AFTER_SYSTEM);
        }
        settings.guardrail()
                .ifPresent(guardrail -> parameters.guardrailConfiguration(BedrockGuardrailConfiguration.builder()
                        .guardrailIdentifier(guardrail.id())
                        .guardrailVersion(guardrail.version())
                        .build()));
        return parameters.build();
    }

    private BedrockRuntimeAsyncClient streaming(Duration longest) {
        NettyNioAsyncHttpClient.Builder http =
                NettyNioAsyncHttpClient.builder().connectionTimeout(CONNECT).readTimeout(longest);
        if (endpoint().filter(uri -> PLAIN.equals(uri.getScheme())).isPresent()) {
            // Unencrypted, it would begin in HTTP/2 without asking.
            http.protocol(Protocol.HTTP1_1);
        }
        BedrockRuntimeAsyncClient client = configured(BedrockRuntimeAsyncClient.builder(), longest)
                .httpClientBuilder(http)
                .build();
        clients.add(client);
        return new EndingStreams(client);
    }

    private BedrockRuntimeClient blocking(Duration longest) {
        BedrockRuntimeClient client = configured(BedrockRuntimeClient.builder(), longest)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(longest))
                .build();
        clients.add(client);
        return client;
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, Duration longest) {
        endpoint().ifPresent(builder::endpointOverride);
        return builder.region(region())
                .credentialsProvider(credentials())
                .overrideConfiguration(override ->
                        override.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(longest));
    }

    private Optional<URI> endpoint() {
        return aws.endpoint(Service.BEDROCK_RUNTIME);
    }

    private Region region() {
        return Region.of(settings.account().flatMap(AwsAccount::region).orElse(aws.region()));
    }

    private AwsCredentialsProvider credentials() {
        return settings.account()
                .filter(account -> account.keyId().isPresent())
                .<AwsCredentialsProvider>map(account -> StaticCredentialsProvider.create(credentials(account)))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static AwsCredentials credentials(AwsAccount account) {
        String keyId = account.keyId().orElseThrow();
        String secret = account.secret().orElseThrow();
        return account.token()
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(keyId, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(keyId, secret));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
    }
}
