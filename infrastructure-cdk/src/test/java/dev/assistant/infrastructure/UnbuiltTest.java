package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.infrastructure.settings.Checkout;
import dev.assistant.infrastructure.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnbuiltTest {
    @Test
    void stacks_of_parts_that_are_not_built_can_be_looked_at_but_not_deployed() throws IOException {
        Settings settings = Settings.dev(Synthesis.HOST, Optional.empty(), Synthesis.BUILD, Synthesis.ACCOUNTS);
        Checkout nothingBuilt = new Checkout(Synthesis.CHECKOUT.sources(), Synthesis.folder("nothing"));

        Path out = Synthesis.synthesise("unbuilt", settings, nothingBuilt);

        assertThat(out.resolve("api.template.json")).exists();
        for (String stack : new String[] {"data", "mail", "realtime", "agents", "api", "edge"}) {
            assertThat(Files.readString(out.resolve(stack + ".metadata.json")))
                    .contains("aws:cdk:error")
                    .contains("mvn package");
        }
    }
}
