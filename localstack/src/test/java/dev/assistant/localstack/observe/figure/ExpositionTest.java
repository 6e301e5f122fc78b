package dev.assistant.localstack.observe.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ExpositionTest {
    @Test
    void a_metric_of_two_parts_is_described_once_and_its_samples_say_whose_they_are() {
        String gateway = """
                # HELP connections In use.
                # TYPE connections gauge
                connections 3.0
                # TYPE requests counter
                requests{function="auth",path="a {b} c"} 1.0
                nonsense
                """;
        String worker = """
                # HELP connections Of this process.
                # TYPE connections gauge
                connections NaN
                """;

        assertThat(Exposition.of(new TreeMap<>(Map.of("gateway", gateway, "worker", worker))))
                .isEqualTo("""
                # HELP connections In use.
                # TYPE connections gauge
                connections{part="gateway"} 3.0
                connections{part="worker"} NaN
                # TYPE requests counter
                requests{part="gateway",function="auth",path="a {b} c"} 1.0
                """);
    }
}
