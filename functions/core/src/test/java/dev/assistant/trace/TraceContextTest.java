package dev.assistant.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceContextTest {
    private static final String EXAMPLE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void says_what_it_was_told() {
        assertThat(TraceContext.parse(EXAMPLE)).hasValueSatisfying(context -> {
            assertThat(context.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(context.sampled()).isTrue();
            assertThat(context.traceparent()).isEqualTo(EXAMPLE);
        });
        assertThat(TraceContext.parse(EXAMPLE.replaceAll("01$", "00")))
                .hasValueSatisfying(context -> assertThat(context.sampled()).isFalse());
    }

    @Test
    void reads_what_later_versions_add_to_the_end() {
        assertThat(TraceContext.parse(EXAMPLE.replaceAll("^00", "cc") + "-what-comes"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nx: y"
            })
    void takes_nothing_that_is_malformed(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
    }

    @Test
    void goes_on_with_the_trace_under_spans_of_its_own() {
        SplittableRandom random = new SplittableRandom(1);
        TraceContext first = TraceContext.start(random);
        TraceContext second = first.next(random);

        assertThat(second.traceId()).isEqualTo(first.traceId());
        assertThat(second.spanId()).isNotEqualTo(first.spanId());
        assertThat(TraceContext.parse(second.traceparent())).contains(second);
    }

    @Test
    void is_around_while_its_work_is_done_and_not_after() {
        TraceContext context = TraceContext.parse(EXAMPLE).orElseThrow();

        assertThat(context.during(TraceContext::current)).contains(context);
        assertThat(TraceContext.current()).isEmpty();
    }
}
