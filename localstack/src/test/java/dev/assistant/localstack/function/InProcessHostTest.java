package dev.assistant.localstack.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InProcessHostTest extends FunctionHostTest {

    @Override
    FunctionHost start(Path checkout, Path logs) {
        return new InProcessHost(checkout);
    }

    @Test
    void leaves_no_settings_of_a_function_behind() {
        host.warm(catalogue.functions());

        assertThat(System.getProperty("MAIN_CLASS")).isNull();
        assertThat(System.getProperty("spring.cloud.function.definition")).isNull();
    }

    @Test
    void is_one_healthy_part() {
        assertThat(host.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("functions");
            assertThat(part.healthy()).isTrue();
        });
    }
}
