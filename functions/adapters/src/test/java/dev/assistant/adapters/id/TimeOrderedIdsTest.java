package dev.assistant.adapters.id;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.testkit.Concurrently;
import dev.assistant.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private final TestClock clock = new TestClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    @Test
    void gives_uuids_of_version_7_that_hold_the_time() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void rises_within_a_millisecond_and_beyond_even_when_there_are_more_than_it_can_count() {
        List<String> given = take(10_000);
        clock.advance(Duration.ofMillis(1));
        given.addAll(take(10));
        clock.advance(Duration.ofSeconds(1));
        given.addAll(take(10));

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void rises_when_the_clock_steps_back() {
        List<String> given = take(1);
        clock.advance(Duration.ofMinutes(-1));
        given.addAll(take(10));

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void gives_every_thread_ids_of_its_own() {
        Stream<String> given =
                Concurrently.run(8, n -> () -> take(500)).stream().flatMap(List::stream);

        assertThat(given).hasSize(4000).doesNotHaveDuplicates();
    }

    private List<String> take(int count) {
        List<String> taken = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            taken.add(ids.next().toString());
        }
        return taken;
    }
}
