package dev.assistant.runtime.model;

import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.testkit.InMemoryUsageLedger;
import dev.assistant.testkit.model.ModelStub;
import dev.assistant.testkit.model.OpenAiStub;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.ScriptedAnswer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Chat completions as a whole, and as server-sent events in the class below. */
class OpenAiGatewayTest extends GatewayContract {
    boolean streams() {
        return false;
    }

    @Override
    ModelStub stub(Function<Prompt, ScriptedAnswer> script) {
        return OpenAiStub.start(0, script);
    }

    @Override
    List<String> ids() {
        return List.of("gpt-4.1-mini", "anthropic/claude-haiku-4.5");
    }

    @Override
    Models open(ModelStub stub, List<String> ids, InMemoryUsageLedger ledger, Waiting waiting) {
        ModelSettings settings = ModelSettings.from(new Environment(Map.of(
                "MODEL_PROVIDER", "openai",
                "MODEL_IDS", String.join(",", ids),
                "MODEL_BASE_URL", stub.address().toString(),
                "MODEL_API_KEY", "sk-secret",
                "MODEL_STREAMING", String.valueOf(streams()))));
        AwsSettings aws = new AwsSettings("eu-central-1", Map.of());
        return Models.open(settings, aws, ledger, InstantSource.system(), new Backoff(() -> 0.5), waiting)
                .orElseThrow();
    }
}
