package dev.assistant.runtime.model;

import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.json.KnownModelsJson;
import dev.assistant.model.KnownModels;
import dev.assistant.model.UsageLedger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that this process is configured to use. Thread-safe; closing it gives up what is being asked. */
public final class Models implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final ModelSettings settings;
    private final InstantSource clock;
    private final ModelGateway gateway;
    private final List<AutoCloseable> opened;

    private Models(ModelSettings settings, InstantSource clock, ModelGateway gateway, List<AutoCloseable> opened) {
        this.settings = settings;
        this.clock = clock;
        this.gateway = gateway;
        this.opened = opened;
    }

    /** Prepares the models without asking them; empty when none is configured. */
    public static Optional<Models> open(
            ModelSettings settings, AwsSettings aws, UsageLedger ledger, InstantSource clock) {
        Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
        return open(settings, aws, ledger, clock, backoff, Thread::sleep);
    }

    static Optional<Models> open(
            ModelSettings settings,
            AwsSettings aws,
            UsageLedger ledger,
            InstantSource clock,
            Backoff backoff,
            Waiting waiting) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        KnownModels known = KnownModelsJson.read();
        Optional<Provided> provided = switch (settings.provider()) {
            case NONE -> Optional.empty();
            case BEDROCK -> {
                BedrockModels bedrock = new BedrockModels(aws, settings, known, threads);
                yield Optional.of(new Provided(bedrock.open(FallbackModelGateway.LONGEST_CALL), bedrock));
            }
            case OPENAI -> {
                OpenAiModels openAi = new OpenAiModels(settings, known, threads);
                yield Optional.of(new Provided(openAi.open(FallbackModelGateway.LONGEST_CALL), openAi));
            }
        };
        return provided.map(provider -> {
            sayWhatIsUnknown(settings, known);
            ModelGateway gateway = new FallbackModelGateway(provider.models(), known, ledger, clock, backoff, waiting);
            return new Models(settings, clock, gateway, List.of(threads::shutdownNow, provider.client()));
        });
    }

    private record Provided(List<LanguageModel> models, AutoCloseable client) {}

    private static void sayWhatIsUnknown(ModelSettings settings, KnownModels known) {
        settings.models().stream()
                .filter(id -> known.find(id).isEmpty())
                .forEach(id -> LOG.warn("No price is known for {}: its calls count as 0 US dollars", id));
    }

    public ModelGateway gateway() {
        return gateway;
    }

    /** What a job that begins now may spend. */
    public Budget budget() {
        return new Budget(settings.limits(clock.instant()), clock);
    }

    /** The models' ids, the first being the one that is used. */
    public List<String> ids() {
        return settings.models();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : opened) {
            part.close();
        }
    }
}
