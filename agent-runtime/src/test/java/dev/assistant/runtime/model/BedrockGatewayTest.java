package dev.assistant.runtime.model;

import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.aws.AwsSettings.Service;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.testkit.InMemoryUsageLedger;
import dev.assistant.testkit.model.BedrockStub;
import dev.assistant.testkit.model.ModelStub;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.ScriptedAnswer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Converse, and ConverseStream in the class below. */
class BedrockGatewayTest extends GatewayContract {
    boolean streams() {
        return false;
    }

    @Override
    ModelStub stub(Function<Prompt, ScriptedAnswer> script) {
        return BedrockStub.start(0, script);
    }

    @Override
    List<String> ids() {
        return List.of("eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "eu.amazon.nova-pro-v1:0");
    }

    @Override
    Models open(ModelStub stub, List<String> ids, InMemoryUsageLedger ledger, Waiting waiting) {
        ModelSettings settings = ModelSettings.from(new Environment(Map.of(
                "MODEL_PROVIDER", "bedrock",
                "MODEL_IDS", String.join(",", ids),
                "MODEL_AWS_ACCESS_KEY_ID", "test",
                "MODEL_AWS_SECRET_ACCESS_KEY", "test",
                "MODEL_STREAMING", String.valueOf(streams()))));
        AwsSettings aws = new AwsSettings("eu-central-1", Map.of(Service.BEDROCK_RUNTIME, stub.address()));
        return Models.open(settings, aws, ledger, InstantSource.system(), new Backoff(() -> 0.5), waiting)
                .orElseThrow();
    }
}
