package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.settings.Settings;
import java.util.Map;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What all stacks share: names that tell the product and the stage, tags, and no deletion by mistake where data must stay. */
abstract class AssistantStack extends Stack {
    AssistantStack(Construct scope, String name, String description, Settings settings) {
        this(scope, name, description, settings, Environment.builder().build());
    }

    /** @param where the account and the region, where they are not those of the deployment */
    AssistantStack(Construct scope, String name, String description, Settings settings, Environment where) {
        super(
                scope,
                name,
                StackProps.builder()
                        .env(where)
                        .stackName("development-assistant-%s-%s".formatted(settings.stage(), name))
                        .description("Development Assistant: " + description)
                        .terminationProtection(settings.keepsData())
                        .tags(Map.of("product", "development-assistant", "stage", settings.stage()))
                        .build());
    }
}
